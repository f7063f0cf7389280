package dev.crosscheck.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A project in a folder of its own: Chromium, and small plugins that send every track at once. The
 * plugin {@code x} speaks with {@code api.x.test}.
 */
public record TinyProject(Path base) {
  /** Enough for a page to come up on a machine that has a lot to do. */
  public static final String DEADLINE = "deadline: 12s";

  /** That one message comes, and no more. */
  public static final List<String> ONE_ORDER =
      List.of(
          "steps:",
          "  - track: Order Completed",
          "expect:",
          "  - partner: event",
          "    times: 1",
          "    match: {event: Order Completed}",
          DEADLINE);

  /** A message that never comes, waited for longer than any test. */
  public static final List<String> FOR_EVER =
      List.of(
          "steps:",
          "  - track: Order Completed",
          "  - wait until: {partner: event, match: {event: Never}}",
          "expect:",
          "  - partner: event",
          "deadline: 10m");

  public static TinyProject in(Path folder) {
    TinyProject project = new TinyProject(folder);
    project.write("devices.yaml", List.of("devices:", "  chromium: {browser: chrome}"));
    return project;
  }

  /**
   * @param spoilt what is wrong with the plugin: JavaScript after the good one, or nothing
   * @param partner more lines of {@code partner:}
   */
  public TinyProject plugin(String id, String spoilt, String... partner) {
    describe(id, "register", partner);
    write(
        folder(id) + "web/plugin.js",
        List.of(
            "const send = (event, properties) => fetch('https://api." + id + ".test/track', {",
            "  method: 'POST',",
            "  body: JSON.stringify({event, properties}),",
            "});",
            "const plugin = {",
            "  name: '" + id + "',",
            "  type: 'destination',",
            "  version: '1.0.0',",
            "  isLoaded: () => true,",
            "  load: () => Promise.resolve(),",
            "  track(context) {",
            "    send(context.event.event, context.event.properties).catch(() => {});",
            "    return context;",
            "  },",
            "};",
            spoilt,
            "export default plugin;"));
    return this;
  }

  /**
   * A plugin that analytics.js fetches.
   *
   * @param way {@code classic} or {@code action}
   * @param script what is fetched
   */
  public TinyProject fetched(String id, String way, String... script) {
    describe(id, way);
    write(folder(id) + "web/plugin.js", List.of(script));
    return this;
  }

  private void describe(String id, String way, String... partner) {
    write(
        folder(id) + "plugin.yaml",
        List.of(
            "plugin: " + id,
            "writeKeySetting: token",
            "settings: {token: t}",
            "partner:",
            "  hosts: [api." + id + ".test]",
            "  settle: 200ms",
            "  messages:",
            "    event: {request: POST /track, decode: [json], sentinel: track}",
            String.join("\n", partner),
            "web:",
            "  " + way + ": web/plugin.js"));
  }

  /** The good plugin, with one green scenario. */
  public TinyProject neighbour() {
    return plugin("neighbour", "").scenario("neighbour", "order", ONE_ORDER);
  }

  public TinyProject scenario(String plugin, String slug, List<String> lines) {
    write(
        folder(plugin) + slug + ".yaml",
        List.of("scenario: " + slug + " of " + plugin, String.join("\n", lines)));
    return this;
  }

  public Path bundle(String plugin) {
    return base.resolve(folder(plugin) + "web/plugin.js");
  }

  private static String folder(String plugin) {
    return "scenarios/" + plugin + "/";
  }

  private void write(String file, List<String> lines) {
    try {
      Path path = base.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.write(path, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
