package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.supply.NpmPackage;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plugin as Segment enables it: what a source's settings say of it, and where its bundle is. */
record CdnPlugin(Plugin plugin, WebPlugin web, WebBuild build) {
  private static final String CDN = "https://cdn.segment.com";
  private static final String ROOT = "/next-integrations/";
  private static final int HASH = 20;

  static CdnPlugin of(Plugin plugin, WebBuild build) {
    return new CdnPlugin(plugin, plugin.web().orElseThrow(), build);
  }

  /**
   * Enters it into a source's settings, so that analytics.js takes it for a destination in device
   * mode; one that the page registers finds its own settings there and nothing else.
   *
   * @param own the plugin's settings; they win
   */
  void enter(ObjectNode source, ObjectNode own) {
    ObjectNode integrations = source.withObjectProperty("integrations");
    switch (web.way()) {
      case REGISTER -> integrations.set(plugin.name(), own);
      case CLASSIC -> integrations.set(plugin.name(), classic().setAll(own));
      case ACTION -> {
        integrations
            .putObject(plugin.name())
            .putObject("versionSettings")
            .putArray("componentTypes");
        source.withArrayProperty("remotePlugins").add(remote(own));
      }
    }
  }

  /** The bundle, where a path of the CDN leads to it. */
  Optional<Body> at(String path) {
    boolean here =
        switch (web.way()) {
          case REGISTER -> false;
          case CLASSIC ->
              isClassic(URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8));
          case ACTION -> path.equals(actionPath());
        };
    return Optional.of(build.script()).filter(script -> here);
  }

  private ObjectNode classic() {
    ObjectNode settings = JsonNodeFactory.instance.objectNode();
    settings.put("type", "browser").put("bundlingStatus", "bundled");
    ObjectNode versions = settings.putObject("versionSettings");
    NpmPackage.parse(web.source()).ifPresent(p -> versions.put("version", p.version()));
    versions.putArray("componentTypes").add("browser");
    return settings;
  }

  private ObjectNode remote(ObjectNode own) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", plugin.name())
        .put("creationName", plugin.name())
        .put("libraryName", GlobalName.of(plugin, web.way()))
        .put("url", CDN + actionPath())
        .set("settings", own);
  }

  /** In any version: settings may name another. */
  private boolean isClassic(String path) {
    String name = GlobalName.of(plugin, web.way());
    String folder = ROOT + "integrations/" + name + "/";
    String file = "/" + name + ".dynamic.js.gz";
    return path.startsWith(folder) && path.substring(folder.length()).endsWith(file);
  }

  private String actionPath() {
    String hash = build.sha256().substring(0, Math.min(HASH, build.sha256().length()));
    return ROOT + "actions/" + plugin.id() + "/" + hash + ".js";
  }
}
