package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.Glob;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Step.PartnerAnswers.Behaviour;
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
    if (Arrays.stream(Sdk.values()).anyMatch(sdk -> scenario.given().shutsOff(plugin, sdk))) {
      return;
    }
    NoSentinel rule = new NoSentinel(plugin, findings);
    rule.windows(scenario.steps());
    rule.check(scenario.expect(), Optional.empty());
    scenario.differs().forEach(differs -> rule.check(differs.expect(), Optional.empty()));
  }

  /** In the end network and answers are as usual; a window takes them as they are. */
  private void windows(List<Step> steps) {
    boolean offline = false;
    Optional<Step.PartnerAnswers> refusing = Optional.empty();
    for (Step step : steps) {
      if (step instanceof Step.SetNetwork set) {
        offline = set.network() == Network.OFFLINE;
      } else if (step instanceof Step.PartnerAnswers answers) {
        refusing = Optional.of(answers).filter(NoSentinel::refuses);
      } else if (step instanceof Step.Expect window && !offline) {
        check(window.expectations(), refusing);
      }
    }
  }

  private static boolean refuses(Step.PartnerAnswers answers) {
    return answers.behaviour() instanceof Behaviour.Reset
        || answers.behaviour() instanceof Behaviour.Status status && status.code() >= 300;
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

  private void check(List<Expectation> expectations, Optional<Step.PartnerAnswers> refusing) {
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
      } else if (refusing.isPresent() && !types.isEmpty()) {
        tell(
            closed,
            " here: since '" + refusing.get().describe() + "' no sentinel is answered well",
            "put 'partner answers: default' before this 'expect'");
      }
    }
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
