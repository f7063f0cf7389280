package dev.crosscheck.capture;

import dev.crosscheck.spec.SpecCall;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A kind of message that the plugin tells the partner, as plugin.yaml names it.
 *
 * @param lane the queue inside the partner's SDK; the type's own name unless it says otherwise
 * @param sentinel the call by which the type's lane is shown to have delivered
 */
public record MessageType(
    String name, String lane, List<MessageSource> sources, Optional<Sentinel> sentinel) {

  /**
   * A call that makes a message of this type.
   *
   * @param also other types on which the same call shows, with the same id
   */
  public record Sentinel(SpecCall call, List<String> also) {
    public Sentinel {
      also = List.copyOf(also);
    }
  }

  public MessageType {
    sources = List.copyOf(sources);
  }

  /** Whether on this platform its messages may all come by leaving. */
  public boolean leaves(String platform) {
    List<MessageSource> here = sources.stream().filter(source -> source.isOn(platform)).toList();
    return !here.isEmpty() && here.stream().allMatch(MessageSource::leaving);
  }

  /**
   * The source that reads this request on this platform, if any. A source without a host of its own
   * reads only what goes to the partner.
   *
   * @param isPartner which requests go to one of the partner's hosts
   */
  public Optional<MessageSource> sourceFor(
      HttpRequest request, String platform, Predicate<HttpRequest> isPartner) {
    return sources.stream()
        .filter(source -> source.isOn(platform))
        .filter(source -> source.request().matches(request))
        .filter(source -> !source.request().host().equals("*") || isPartner.test(request))
        .findFirst();
  }
}
