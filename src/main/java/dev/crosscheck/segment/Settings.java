package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The settings of a source, as Segment's CDN serves them to analytics.js. */
final class Settings {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** A source whose only destination, beside Segment itself, is the plugin's. */
  private static final String SOURCE =
      """
      {
        "integrations": {
          "Segment.io": {
            "apiKey": "%s",
            "unbundledIntegrations": [],
            "addBundledMetadata": true,
            "maybeBundledConfigIds": {},
            "versionSettings": {"version": "4.4.7", "componentTypes": ["browser"]}
          }
        },
        "plan": {
          "track": {"__default": {"enabled": true, "integrations": {}}},
          "identify": {"__default": {"enabled": true}},
          "group": {"__default": {"enabled": true}}
        },
        "edgeFunction": {},
        "analyticsNextEnabled": true,
        "middlewareSettings": {},
        "enabledMiddleware": {},
        "metrics": {"sampleRate": 0},
        "legacyVideoPluginsEnabled": false,
        "remotePlugins": []
      }
      """
          .formatted(WebAssets.WRITE_KEY);

  private Settings() {}

  /** For a mobile SDK, which finds its plugins in the app. */
  static Body ofApp(Plugin plugin, Given given, boolean withPlugin) {
    ObjectNode source = (ObjectNode) JSON.readTree(SOURCE);
    if (withPlugin && given.enabled()) {
      source.withObject("/integrations").set(plugin.name(), given.over(plugin.settings()));
    }
    return Body.of(source.toString());
  }

  static Body of(Plugin plugin, Given given, boolean withPlugin, CdnPlugin delivered) {
    ObjectNode source = (ObjectNode) JSON.readTree(SOURCE);
    if (withPlugin && given.enabled()) {
      delivered.enter(source, given.over(plugin.settings()));
    }
    if (!given.filters().isEmpty()) {
      source.withObject("/middlewareSettings").set("routingRules", RoutingRules.of(plugin, given));
    }
    given.consent().ifPresent(consent -> ConsentTools.enter(source, plugin, consent));
    return Body.of(source.toString());
  }
}
