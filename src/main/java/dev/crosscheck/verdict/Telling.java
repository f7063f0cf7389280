package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Haystack;
import dev.crosscheck.capture.Message;
import dev.crosscheck.scenario.Carries;
import dev.crosscheck.scenario.MadeCalls;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * Which of the plugin's messages tell of which call. A message that carries marked values of
 * several calls, such as the traits of a user beside an event, tells of the last of them.
 */
final class Telling {
  private static final Set<Party> OTHERS = Set.of(Party.PARTNER, Party.ASSET, Party.UNDECLARED);

  private final View view;
  private final MadeCalls calls;
  private final Carries carries;
  private final Map<Message, Haystack> messages = new IdentityHashMap<>();
  private final Map<Integer, Haystack> exchanges = new HashMap<>();
  private final Map<Step.Call, CallNeedles> needles = new IdentityHashMap<>();
  private final Map<Message, Optional<Step.Call>> told = new IdentityHashMap<>();

  Telling(View view, MadeCalls calls, Carries carries) {
    this.view = view;
    this.calls = calls;
    this.carries = carries;
  }

  /** What is looked for of a call, as middleware lets it through. */
  CallNeedles needles(Step.Call call) {
    return needles.computeIfAbsent(call, made -> CallNeedles.of(calls.atPlugin(made), carries));
  }

  /** Marked values that a call was made with, of which middleware has left nothing. */
  List<Needle> takenAway(Step.Call call) {
    List<Needle> left = needles(call).marked();
    return CallNeedles.of(call, carries).marked().stream()
        .filter(needle -> left.stream().noneMatch(needle::isWithin))
        .toList();
  }

  Haystack haystack(Message message) {
    return messages.computeIfAbsent(message, Haystack::of);
  }

  Haystack haystack(Exchange exchange) {
    return exchanges.computeIfAbsent(exchange.index(), index -> Haystack.of(exchange));
  }

  /**
   * The anonymous id that the SDK gave a call, as it delivered it to Segment; empty where it did
   * not, or plugin.yaml does not say what becomes of that id.
   */
  Optional<Needle> visitor(Step.Call call) {
    return carries
        .ofAnonymousId()
        .filter(how -> how != Carries.How.DROPPED)
        .flatMap(
            how ->
                of(call, view.deliveries()).stream()
                    .map(delivery -> delivery.content().path(Carries.ANONYMOUS_ID))
                    .filter(JsonNode::isString)
                    .findFirst()
                    .map(id -> new Needle(Carries.ANONYMOUS_ID, Carries.ANONYMOUS_ID, id, how)));
  }

  /** Those of these messages that tell of the call. */
  List<Message> of(Step.Call call, List<Message> among) {
    return among.stream()
        .filter(
            message ->
                call(message).filter(own -> own.equals(call)).isPresent()
                    || !isKnown(call) && carriesAny(message, call))
        .toList();
  }

  /**
   * Those of these exchanges, Segment's and the page's own aside, that carry one of the needles.
   */
  List<Exchange> carrying(List<Needle> wanted, List<Exchange> among) {
    List<Exchange> found = new ArrayList<>();
    for (Exchange exchange : among) {
      if (OTHERS.contains(view.party(exchange))) {
        Haystack haystack = haystack(exchange);
        if (wanted.stream().anyMatch(needle -> needle.isTold(haystack))) {
          found.add(exchange);
        }
      }
    }
    return found;
  }

  /** A call that the scenario itself does not make, as a twin's judge may ask for. */
  private boolean isKnown(Step.Call call) {
    return calls.calls().contains(call);
  }

  private Optional<Step.Call> call(Message message) {
    return told.computeIfAbsent(
        message,
        asked -> {
          Optional<Step.Call> last = Optional.empty();
          for (Step.Call call : calls.calls()) {
            if (carriesAny(message, call)) {
              last = Optional.of(call);
            }
          }
          return last;
        });
  }

  private boolean carriesAny(Message message, Step.Call call) {
    Haystack haystack = haystack(message);
    return needles(call).telling().stream().anyMatch(needle -> needle.isTold(haystack));
  }
}
