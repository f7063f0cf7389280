package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.stream.Stream;

/**
 * The rule {@code HostNotDeclared} for steps: a fault is put on hosts that somebody speaks to, else
 * it would never be met. The partner's answers are the partner's, and Segment's network can fail.
 */
final class HostNotDeclared {
  private HostNotDeclared() {}

  static void check(Plugin plugin, Scenario scenario, Findings findings) {
    List<String> declared =
        Stream.concat(plugin.partner().hosts().stream(), plugin.partner().assets().stream())
            .toList();
    for (Step step : scenario.steps()) {
      if (step instanceof Step.OnNetwork onNetwork) {
        onNetwork
            .to()
            .filter(hosts -> declared.stream().noneMatch(d -> HostNotation.overlap(d, hosts)))
            .filter(hosts -> !(step instanceof Step.SetNetwork && isSegments(plugin, hosts)))
            .ifPresent(hosts -> tell(step, hosts, declared, findings));
      }
    }
  }

  private static boolean isSegments(Plugin plugin, String hosts) {
    return plugin.partyOf(hosts.replace("*", "x")) == Party.SEGMENT;
  }

  private static void tell(Step step, String hosts, List<String> declared, Findings findings) {
    findings.error(
        Rule.HOST_NOT_DECLARED,
        step.at(),
        "'" + hosts + "' is none of partner.hosts and partner.assets",
        Nearest.hint(hosts, declared));
  }
}
