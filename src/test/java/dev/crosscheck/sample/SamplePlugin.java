package dev.crosscheck.sample;

import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.spec.SpecCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** Plugins as their plugin.yaml might describe them. */
final class SamplePlugin {
  private SamplePlugin() {}

  static Plugin of(String name, String host) {
    String id = name.toLowerCase(java.util.Locale.ROOT);
    return new Plugin(
        name,
        id,
        new SourceLocation("scenarios/" + id + "/plugin.yaml", 1, 1),
        "scenarios/" + id,
        "9f2c".repeat(16),
        List.of("token"),
        JsonNodeFactory.instance.objectNode().put("token", "crosscheck-token"),
        Supports.EVERYTHING,
        JsonNodeFactory.instance.objectNode(),
        List.of(),
        new Partner(
            List.of("*." + host),
            List.of("cdn." + host),
            List.of(),
            List.of(
                type("event", "/track*", "properties.$insert_id", SpecCall.TRACK),
                type("profile", "/engage*", "", SpecCall.IDENTIFY)),
            Duration.ofMillis(1500)),
        Optional.of(
            new WebPlugin(
                WebPlugin.Way.REGISTER,
                "web/" + id + ".js",
                List.of(new WebPlugin.Library("https://cdn." + host + "/lib.js", "file:lib.js")))),
        Set.of());
  }

  private static MessageType type(String name, String path, String id, SpecCall sentinel) {
    MessageSource source =
        new MessageSource(
            Set.of(),
            new RequestPattern("POST", "*", path),
            List.of(
                new DecodeStep.FromBody(),
                new DecodeStep.Form("data"),
                new DecodeStep.Maybe(new DecodeStep.Base64()),
                new DecodeStep.Json(),
                new DecodeStep.Each()),
            Optional.empty(),
            Map.of(),
            id.isEmpty() ? Optional.empty() : Optional.of(id),
            Optional.empty(),
            false,
            false);
    return new MessageType(
        name, name, List.of(source), Optional.of(new MessageType.Sentinel(sentinel, List.of())));
  }
}
