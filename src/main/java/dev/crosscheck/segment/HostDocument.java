package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
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
                withPlugin ? "<script src=\"" + HostAnswers.PLUGIN + "\"></script>" : "")
            .replace("<!-- snippet -->", assets.snippet())
            .replace("<!-- gate -->", gate(plugin, given, withPlugin));
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
    // Inside a script element "<" could begin something else than JSON.
    String options =
        integrations
            .map(chosen -> ", {integrations: " + chosen.toString().replace("<", "\\u003c") + "}")
            .orElse("");
    return "analytics.load(\"" + WebAssets.WRITE_KEY + "\"" + options + ");";
  }

  private static String gate(Plugin plugin, Given given, boolean withPlugin) {
    if (!withPlugin) {
      return "none";
    }
    return given.shutsOff(plugin) ? "shut" : "open";
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
