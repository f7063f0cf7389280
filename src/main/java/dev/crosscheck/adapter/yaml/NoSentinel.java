package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Gate;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The rule {@code NoSentinel}: a claim that more traffic could refute can only be judged on a lane
 * that is shown to have delivered. Behind a shut gate a twin shows it, and offline nothing is sent.
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
    NoSentinel rule = new NoSentinel(plugin, findings);
    List<Gate> gates =
        Arrays.stream(Sdk.values()).map(sdk -> Gate.of(scenario, plugin, sdk)).toList();
    rule.windows(scenario.steps(), gates);
    if (gates.stream().noneMatch(Gate::isShutAtTheEnd)) {
      rule.check(scenario.atTheEnd(), List.of());
      scenario.differs().forEach(differs -> rule.check(differs.expect(), List.of()));
    }
  }

  /** In the end network and answers are as usual; a window takes them as they are. */
  private void windows(List<Step> steps, List<Gate> gates) {
    List<Step.OnNetwork> holding = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int index = i;
      Step step = steps.get(i);
      if (step instanceof Step.OnNetwork now) {
        holding.removeIf(earlier -> isUndone(earlier, now));
        holding.add(now);
      } else if (step instanceof Step.Expect window
          && !isCutOff(holding)
          && gates.stream().noneMatch(gate -> gate.isShutBefore(index))) {
        check(window.expectations(), holding.stream().filter(NoSentinel::refuses).toList());
      }
    }
  }

  private static boolean isUndone(Step.OnNetwork earlier, Step.OnNetwork now) {
    return earlier.getClass() == now.getClass()
        && (now.to().isEmpty() || now.to().equals(earlier.to()));
  }

  /** Whether no host is reached, so that nothing can be sent; as the run has it. */
  private static boolean isCutOff(List<Step.OnNetwork> holding) {
    List<Step.SetNetwork> networks =
        holding.stream()
            .flatMap(s -> s instanceof Step.SetNetwork set ? Stream.of(set) : Stream.empty())
            .toList();
    return networks.stream().anyMatch(set -> set.to().isEmpty())
        && networks.stream().noneMatch(set -> Network.isReached(set.network()));
  }

  private static boolean refuses(Step.OnNetwork step) {
    if (step instanceof Step.SetNetwork set) {
      return !Network.isReached(set.network());
    }
    return step instanceof Step.PartnerAnswers answers && refuses(answers);
  }

  private static boolean refuses(Step.PartnerAnswers answers) {
    return answers.behaviour() instanceof PartnerBehaviour.Reset
        || answers.behaviour() instanceof PartnerBehaviour.ResetInBody
        || answers.behaviour() instanceof PartnerBehaviour.Truncated
        || answers.behaviour() instanceof PartnerBehaviour.Status status && status.code() >= 300;
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

  /**
   * @param refusing steps since which hosts answer nothing well
   */
  private void check(List<Expectation> expectations, List<Step.OnNetwork> refusing) {
    for (Expectation closed : expectations) {
      List<MessageType> types = closed.closes() ? spokenOf(closed).toList() : List.of();
      Optional<MessageType> unshown =
          types.stream().filter(type -> !shownLanes.contains(type.lane())).findFirst();
      if (unshown.isPresent()) {
        tell(
            closed,
            ": lane '" + unshown.get().lane() + "' has no sentinel",
            "name under partner.messages the call whose message shows that the lane has"
                + " delivered: sentinel: track");
      } else {
        refusing.stream()
            .filter(step -> types.stream().anyMatch(type -> isMet(type, step.to())))
            .findFirst()
            .ifPresent(step -> tellRefusing(closed, step));
      }
    }
  }

  private boolean isMet(MessageType type, Optional<String> hosts) {
    return hosts.isEmpty()
        || type.sources().stream()
            .map(source -> source.request().host())
            .flatMap(own -> own.equals("*") ? plugin.partner().hosts().stream() : Stream.of(own))
            .anyMatch(own -> HostNotation.overlap(own, hosts.get()));
  }

  private void tellRefusing(Expectation closed, Step.OnNetwork step) {
    String undoing =
        step instanceof Step.SetNetwork ? "network: online" : "partner answers: default";
    tell(
        closed,
        " here: since '" + step.describe() + "' no sentinel is answered well",
        "put '" + undoing + "' before this 'expect'");
  }

  private void tell(Expectation closed, String why, String hint) {
    findings.error(
        Rule.NO_SENTINEL, closed.at(), "'" + closed.describe() + "' cannot be judged" + why, hint);
  }

  private Stream<MessageType> spokenOf(Expectation closed) {
    List<MessageType> types = plugin.partner().messages();
    if (closed instanceof Expectation.Messages messages) {
      return plugin.partner().type(messages.type()).stream();
    } else if (closed instanceof Expectation.Order order) {
      return order.messages().stream().flatMap(m -> plugin.partner().type(m.type()).stream());
    } else if (closed instanceof Expectation.NothingElse) {
      return types.stream().filter(type -> !isAmbient(type));
    } else if (closed instanceof Expectation.Requests requests) {
      return types.stream().filter(type -> travelsAs(type, requests.request()));
    }
    return Stream.empty();
  }

  private static boolean isAmbient(MessageType type) {
    return type.sources().stream().allMatch(MessageSource::ambient);
  }

  private static boolean travelsAs(MessageType type, RequestPattern request) {
    return type.sources().stream()
        .map(MessageSource::request)
        .anyMatch(
            own ->
                overlap(own.method(), request.method())
                    && overlap(own.host(), request.host())
                    && overlap(own.path(), request.path()));
  }

  /** Whether two globs may mean the same. */
  private static boolean overlap(String a, String b) {
    return Glob.matches(a, b.replace("*", "")) || Glob.matches(b, a.replace("*", ""));
  }
}
