package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;

/**
 * The rule {@code UnblockedPlugin}: by opt-out Segment's consent tools hold events back by a
 * destination middleware, and a plugin that the page passes to {@code analytics.register} has none.
 * It is silent only once Segment itself is.
 */
final class UnblockedPlugin {
  private UnblockedPlugin() {}

  static void check(Plugin plugin, Scenario scenario, Findings findings) {
    if (plugin.isRegistered()
        && scenario.given().consent().filter(UnblockedPlugin::goesOn).isPresent()) {
      findings.warning(
          Rule.UNBLOCKED_PLUGIN,
          scenario.at(),
          "the page registers '"
              + plugin.name()
              + "' itself, so by opt-out Segment's consent tools keep no event from it while"
              + " another category is agreed to",
          "name no category that the plugin does not need, or see what customers get by 'classic'"
              + " or 'action'");
    }
  }

  /** Whether Segment goes on without what the plugin needs. */
  private static boolean goesOn(Consent consent) {
    return consent.model() == Consent.Model.OPT_OUT
        && !consent.needs().isEmpty()
        && !consent.others().isEmpty();
  }
}
