package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import dev.crosscheck.device.Observation;
import dev.crosscheck.match.FieldPath;
import dev.crosscheck.match.References;
import dev.crosscheck.scenario.Expectation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the claims of one window see.
 *
 * @param from the first exchange that belongs to it
 * @param to the first exchange that does not
 * @param left when the session began to leave; what came after is too late to be awaited
 * @param leaving how leaving is told on this platform: {@code the page was left}
 * @param observations what was read from the device for it
 * @param console every console line that counts for it, where that is known
 * @param together all expectations of the list
 * @param gateShut the plugin must be silent all the while
 */
record Scope(
    View view,
    int from,
    int to,
    Optional<Instant> left,
    String leaving,
    List<Observation> observations,
    Optional<List<Observation.Line>> console,
    List<Expectation> together,
    boolean gateShut) {

  Scope {
    observations = List.copyOf(observations);
    console = console.map(List::copyOf);
    together = List.copyOf(together);
  }

  /** The partner's messages of a type that came in this window, in their order. */
  List<Message> messages(String type) {
    return view.of(type).stream().filter(this::isHere).toList();
  }

  List<Message> messages() {
    return view.messages().stream().filter(this::isHere).toList();
  }

  /** See {@link View#unread}. */
  List<Message> unread() {
    return view.unread().stream().filter(this::isHere).toList();
  }

  List<Message> deliveries() {
    return view.deliveries().stream().filter(this::isHere).toList();
  }

  List<Exchange> exchanges() {
    return view.exchanges().stream().filter(exchange -> isHere(exchange.index())).toList();
  }

  private boolean isHere(Message message) {
    return isHere(view.position(message));
  }

  boolean isHere(int exchange) {
    return exchange >= from && exchange < to;
  }

  /** Whether something came only by leaving. */
  boolean isLate(Instant at) {
    return left.filter(at::isAfter).isPresent();
  }

  /** What had been told by the end of the window: a later reset gives a user another id. */
  References references() {
    return reference -> {
      boolean segment = reference.type().equals(SegmentTypes.SEGMENT);
      List<Message> of = segment ? view.deliveries() : view.of(reference.type());
      Stream<Message> told = of.stream().filter(message -> view.position(message) < to);
      return (reference.index() < 0 ? told : told.skip(reference.index()).limit(1))
          .map(message -> new FieldPath(reference.path()).in(message.content()))
          .filter(value -> !value.isMissingNode())
          .<JsonNode>map(value -> value)
          .reduce((earlier, later) -> later);
    };
  }

  <T extends Observation> Optional<T> observed(Class<T> kind) {
    return observations.stream().filter(kind::isInstance).map(kind::cast).findFirst();
  }
}
