package dev.crosscheck.segment;

import dev.crosscheck.device.CallJson;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Plugin;
import java.util.Locale;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What @segment/analytics-consent-tools needs beside its own code: what Segment's settings say of
 * categories, and what the page's banner knows.
 */
final class ConsentTools {
  private ConsentTools() {}

  /**
   * Enters the categories into a source's settings. A category that the plugin does not need is
   * another destination's, one that runs on Segment's servers.
   */
  static void enter(ObjectNode source, Plugin plugin, Consent consent) {
    ObjectNode all = source.putObject("consentSettings");
    consent.categories().forEach(all.putArray("allCategories")::add);
    all.put("hasUnmappedDestinations", consent.needs().isEmpty());
    if (!consent.needs().isEmpty() && source.path("integrations").has(plugin.name())) {
      consent
          .needs()
          .forEach(
              source
                      .withObjectProperty("integrations")
                      .withObjectProperty(plugin.name())
                      .putObject("consentSettings")
                      .putArray("categories")
                  ::add);
    }
  }

  /** For the agent: {@code {"model": "opt-in", "said": {…} or null, "needs": […], …}}. */
  static ObjectNode onPage(Consent consent) {
    ObjectNode page =
        JsonNodeFactory.instance
            .objectNode()
            .put("model", consent.model().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    page.set("said", consent.said().map(CallJson::categories).orElse(null));
    consent.needs().forEach(page.putArray("needs")::add);
    consent.categories().forEach(page.putArray("categories")::add);
    return page;
  }
}
