package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.scenario.Differs;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule {@code NoSentinel}: a claim that more traffic could refute can only be judged on a lane
 * that is shown to have delivered; behind a shut gate a twin shows it.
 */
final class NoSentinel {
  private final Plugin plugin;
  private final Findings findings;
  private final Set<String> shownLanes;

  private NoSentinel(Plugin plugin, Findings findings) {
    this.plugin = plugin;
    this.findings = findings;
    this.shownLanes = shownLanes(plugin.partner().messages());
  }

  static void check(Plugin plugin, Scenario scenario, Findings findings) {
    if (scenario.given().shutsOff(plugin)) {
      return;
    }
    NoSentinel rule = new NoSentinel(plugin, findings);
    all(scenario).filter(Expectation::closes).forEach(rule::check);
  }

  private static Stream<Expectation> all(Scenario scenario) {
    Stream<List<Expectation>> windows =
        scenario.steps().stream()
            .filter(Step.Expect.class::isInstance)
            .map(step -> ((Step.Expect) step).expectations());
    Stream<List<Expectation>> differing = scenario.differs().stream().map(Differs::expect);
    return Stream.concat(Stream.concat(windows, differing), Stream.of(scenario.expect()))
        .flatMap(List::stream);
  }

  private static Set<String> shownLanes(List<MessageType> types) {
    Set<String> shown =
        types.stream()
            .filter(type -> type.sentinel().isPresent())
            .flatMap(type -> Stream.concat(Stream.of(type.name()), also(type)))
            .collect(Collectors.toSet());
    return types.stream()
        .filter(type -> shown.contains(type.name()))
        .map(MessageType::lane)
        .collect(Collectors.toSet());
  }

  private static Stream<String> also(MessageType type) {
    return type.sentinel().stream().flatMap(sentinel -> sentinel.also().stream());
  }

  private void check(Expectation closed) {
    Optional<MessageType> unshown =
        spokenOf(closed).filter(type -> !shownLanes.contains(type.lane())).findFirst();
    unshown.ifPresent(
        type ->
            findings.error(
                Rule.NO_SENTINEL,
                closed.at(),
                "'"
                    + closed.describe()
                    + "' cannot be judged: lane '"
                    + type.lane()
                    + "' has no sentinel",
                "name under partner.messages the call whose message shows that the lane has"
                    + " delivered: sentinel: track"));
  }

  private Stream<MessageType> spokenOf(Expectation closed) {
    if (closed instanceof Expectation.Messages messages) {
      return plugin.partner().type(messages.type()).stream();
    } else if (closed instanceof Expectation.Order order) {
      return order.messages().stream().flatMap(m -> plugin.partner().type(m.type()).stream());
    } else if (closed instanceof Expectation.NothingElse) {
      return plugin.partner().messages().stream().filter(type -> !isAmbient(type));
    }
    return Stream.empty();
  }

  private static boolean isAmbient(MessageType type) {
    return type.sources().stream().allMatch(MessageSource::ambient);
  }
}
