package dev.crosscheck.run;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SpecCall;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The message types, and so the lanes, that claims of absence speak of. */
final class ClaimedTypes {
  private ClaimedTypes() {}

  /** The types whose lanes must be shown to have delivered before these can be judged. */
  static List<MessageType> of(List<Expectation> expectations, Plugin plugin) {
    return plugin.partner().messages().stream()
        .filter(
            type ->
                expectations.stream()
                    .anyMatch(e -> e.closes() && speaksOf(e, type) && isAskable(e, type, plugin)))
        .toList();
  }

  /**
   * An arrival may be on any lane, but what tells of a call comes first on those that such a call
   * shows; where there is none, on those that can be shown at all. What is claimed of all that is
   * sent needs no lane of its own.
   */
  private static boolean isAskable(Expectation expectation, MessageType type, Plugin plugin) {
    if (expectation instanceof Expectation.Arrival arrival) {
      Set<SpecCall> calls =
          arrival.calls().stream().map(Step.Call::call).collect(Collectors.toSet());
      List<MessageType> all = plugin.partner().messages();
      return all.stream().anyMatch(other -> isShownBy(other, calls))
          ? isShownBy(type, calls)
          : Sentinels.covering(List.of(type), all).bare().isEmpty();
    }
    return !(expectation instanceof Expectation.Always || expectation instanceof Expectation.Sends);
  }

  private static boolean isShownBy(MessageType type, Set<SpecCall> calls) {
    return type.sentinel().filter(sentinel -> calls.contains(sentinel.call())).isPresent();
  }

  /**
   * The types that an open twin must have heard: those claimed absent anywhere in the scenario.
   * What is claimed of no type in particular asks for none.
   */
  static List<MessageType> absentIn(Scenario scenario, Plugin plugin) {
    List<Expectation> all = scenario.expectations();
    List<Expectation> specific =
        all.stream().filter(e -> !isOfAnyLane(e) && !(e instanceof Expectation.Requests)).toList();
    List<MessageType> named = of(specific, plugin);
    boolean everything = all.stream().anyMatch(Expectation.NothingElse.class::isInstance);
    if (!everything) {
      return named;
    }
    return Stream.concat(
            named.stream(),
            plugin.partner().messages().stream()
                .filter(type -> type.sentinel().isPresent())
                .filter(type -> scenario.calls().contains(type.sentinel().get().call())))
        .distinct()
        .toList();
  }

  /** The raw requests that an open twin must have heard. */
  static List<Expectation.Requests> requestsAbsentIn(Scenario scenario) {
    return scenario.expectations().stream()
        .filter(Expectation.Requests.class::isInstance)
        .map(Expectation.Requests.class::cast)
        .filter(requests -> requests.closes() && requests.times().least() == 0)
        .toList();
  }

  /** Whether what is expected can come only once the page or app is left. */
  static boolean comeByLeaving(Expectation expectation, Plugin plugin, String platform) {
    return !(expectation instanceof Expectation.NothingElse)
        && plugin.partner().messages().stream()
            .anyMatch(type -> type.leaves(platform) && speaksOf(expectation, type));
  }

  private static boolean speaksOf(Expectation expectation, MessageType type) {
    if (expectation instanceof Expectation.Messages messages) {
      return messages.type().equals(type.name());
    } else if (expectation instanceof Expectation.Order order) {
      return order.messages().stream().anyMatch(ref -> ref.type().equals(type.name()));
    } else if (expectation instanceof Expectation.Requests requests) {
      return type.sources().stream().anyMatch(s -> overlap(s.request(), requests.request()));
    }
    return isOfAnyLane(expectation) && !isAmbient(type);
  }

  private static boolean isOfAnyLane(Expectation expectation) {
    return expectation instanceof Expectation.NothingElse
        || expectation instanceof Expectation.Arrival
        || expectation instanceof Expectation.Sends
        || expectation instanceof Expectation.Always;
  }

  /** Heartbeats and streams never come to rest; nobody claims that they do. */
  private static boolean isAmbient(MessageType type) {
    return type.sources().stream().allMatch(MessageSource::ambient);
  }

  /** Whether some request could be one of both. */
  private static boolean overlap(RequestPattern a, RequestPattern b) {
    boolean methods =
        a.method().equals("*") || b.method().equals("*") || a.method().equals(b.method());
    return methods && overlap(a.host(), b.host()) && overlap(a.path(), b.path());
  }

  private static boolean overlap(String a, String b) {
    return Glob.matches(a, b.replace("*", "")) || Glob.matches(b, a.replace("*", ""));
  }
}
