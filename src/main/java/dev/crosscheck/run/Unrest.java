package dev.crosscheck.run;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Decoder;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Frame;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Message;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.scenario.Parties;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import java.time.Instant;
import java.util.List;
import java.util.function.Predicate;

/**
 * What keeps traffic from being quiet: all but browser noise, and a stream of ambient messages
 * while it brings no other.
 *
 * @param platform {@code web}, {@code android} or {@code ios}
 * @param besideOthers whether other programs are led to the recording too
 */
record Unrest(Plugin plugin, String platform, boolean besideOthers) implements Predicate<Exchange> {

  @Override
  public boolean test(Exchange exchange) {
    Parties parties = new Parties(plugin, besideOthers);
    return parties.of(exchange.request().host()) != Party.NOISE
        && (!isStream(exchange) || bringsOther(exchange));
  }

  private boolean isStream(Exchange exchange) {
    return types().stream()
        .flatMap(type -> type.sourceFor(exchange.request(), platform, this::goesToPartner).stream())
        .anyMatch(MessageSource::ambient);
  }

  /** On a socket that is long open: whether it did so within {@code settle} of its last frame. */
  private boolean bringsOther(Exchange exchange) {
    Instant since =
        exchange.frames().stream()
            .map(Frame::at)
            .max(Instant::compareTo)
            .map(last -> last.minus(plugin.partner().settle()))
            .orElse(exchange.at());
    Capture alone = new Capture(List.of(exchange), List.of());
    return Decoder.decode(alone, types(), platform, this::goesToPartner).messages().stream()
        .filter(message -> !message.ambient())
        .map(Message::at)
        .anyMatch(at -> !at.isBefore(since));
  }

  private boolean goesToPartner(HttpRequest request) {
    return plugin.partyOf(request.host()) == Party.PARTNER;
  }

  private List<MessageType> types() {
    return plugin.partner().messages();
  }
}
