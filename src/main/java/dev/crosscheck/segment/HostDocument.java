package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.MiddlewareJson;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Middleware;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.WebPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The page's HTML.
 *
 * @param usual loads analytics.js at once, with Segment's snippet as it is
 * @param held loads it when it is told to
 */
record HostDocument(Body usual, Body held) {
  static HostDocument of(WebAssets assets, Plugin plugin, Given given, boolean withPlugin) {
    String page =
        resource("page.html")
            .replace(
                "<!-- plugin -->",
                withPlugin && plugin.isRegistered()
                    ? "<script src=\"" + HostAnswers.PLUGIN + "\"></script>"
                    : "")
            .replace(
                "<!-- consent tools -->",
                given.consent().isPresent()
                    ? "<script src=\"" + HostAnswers.CONSENT_TOOLS + "\"></script>"
                    : "")
            .replace("<!-- snippet -->", assets.snippet())
            .replace("<!-- gate -->", gate(plugin, given, withPlugin))
            .replace("<!-- way -->", way(plugin))
            .replace(
                "<!-- consent -->",
                given
                    .consent()
                    .map(ConsentTools::onPage)
                    .map(asked -> ", " + inScript(asked))
                    .orElse(""))
            .replace("<!-- middleware -->", middleware(given.middleware()));
    String load = load(given.integrations());
    return new HostDocument(
        Body.of(page.replace("<!-- load -->", load)),
        Body.of(page.replace("<!-- load -->", "crosscheck.hold(() => { " + load + " });")));
  }

  /** The page at a path of its origin. */
  Body at(String path) {
    return path.equals(Deployment.WebPage.HELD) ? held : usual;
  }

  /** The script that drives the page. */
  static Body agent() {
    return Body.of(resource("agent.js"));
  }

  private static String load(Optional<ObjectNode> integrations) {
    String options =
        integrations.map(chosen -> ", {integrations: " + inScript(chosen) + "}").orElse("");
    return "analytics.load(\"" + WebAssets.WRITE_KEY + "\"" + options + ");";
  }

  private static String middleware(List<Middleware> all) {
    return all.isEmpty()
        ? ""
        : "crosscheck.middleware(" + inScript(MiddlewareJson.of(all)) + ");\n";
  }

  /** Inside a script element {@code <} could begin something else than JSON. */
  private static String inScript(JsonNode json) {
    return json.toString().replace("<", "\\u003c");
  }

  /** How the agent is to watch the plugin come. */
  private static String way(Plugin plugin) {
    WebPlugin.Way way = plugin.web().orElseThrow().way();
    return inScript(
        JsonNodeFactory.instance
            .objectNode()
            .put("way", way.name().toLowerCase(Locale.ROOT))
            .put("name", plugin.name())
            .put("global", GlobalName.of(plugin, way)));
  }

  private static String gate(Plugin plugin, Given given, boolean withPlugin) {
    if (!withPlugin) {
      return "none";
    }
    return given.shutsOff(plugin, Sdk.ANALYTICS_NEXT) ? "shut" : "open";
  }

  private static String resource(String name) {
    String path = "/harness/web/" + name;
    try (InputStream file = HostDocument.class.getResourceAsStream(path)) {
      if (file == null) {
        throw new IllegalStateException("the build lacks '" + path + "'");
      }
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
