package dev.crosscheck.adapter.esbuild;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.GlobalName;
import dev.crosscheck.supply.NpmPackage;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Makes a classic script of a plugin's module. */
final class Bundler {
  private static final String RULE = "PluginDoesNotBuild";

  private final Supply supply;
  private final Path base;
  private final Plugin plugin;
  private final WebPlugin.Way way;

  /**
   * @param base the folder from which the run started; nothing above it belongs to the plugin
   */
  Bundler(Supply supply, Path base, Plugin plugin, WebPlugin.Way way) {
    this.supply = supply;
    this.base = base;
    this.plugin = plugin;
    this.way = way;
  }

  /** A script that leaves the module's default export where {@link GlobalName} says. */
  record Bundle(String script, Map<String, String> versions) {
    Bundle {
      versions = Map.copyOf(versions);
    }
  }

  /**
   * A module without imports keeps its language level; one with imports is bundled for browsers
   * with the packages that the lock nearest to it pins. A script that is no module stays what it
   * is, and sets its globals itself.
   */
  Bundle module(Path module) throws Shortage, BuildFailed {
    JsonNode first = run(module.toString(), Optional.empty());
    if (!first.path("imports").booleanValue()) {
      return bundle(first);
    }
    Optional<Path> lock = lockedFolder(module);
    Path locked = lock.isPresent() ? supply.nodeModules(lock.get()) : base.resolve("node_modules");
    return bundle(run(module.toString(), Optional.of(locked)));
  }

  /** What a published package exports, as the lock in the plugin's folder pins it. */
  Bundle published(NpmPackage itself, Path folder) throws Shortage, BuildFailed {
    return bundle(run(itself.name(), Optional.of(supply.nodeModules(folder))));
  }

  private JsonNode run(String entry, Optional<Path> locked) throws Shortage, BuildFailed {
    ObjectNode request =
        NodeScript.request(supply.nodeModules("web"))
            .put("base", base.toString())
            .put("entry", entry)
            .put("way", way.name().toLowerCase(Locale.ROOT))
            .put("global", GlobalName.of(plugin, way))
            .put("locked", locked.map(Path::toString).orElse(null));
    JsonNode answer = new NodeScript(supply, "bundle.cjs").run(request);
    if (answer.path("errors").isEmpty()) {
      return answer;
    }
    throw new BuildFailed(finding(answer.path("errors")));
  }

  private static Bundle bundle(JsonNode answer) {
    Map<String, String> versions = new TreeMap<>();
    answer
        .path("versions")
        .properties()
        .forEach(entry -> versions.put(entry.getKey(), entry.getValue().asString()));
    return new Bundle(answer.path("script").asString(), versions);
  }

  private Optional<Path> lockedFolder(Path module) {
    for (Path folder = module.getParent();
        folder != null && folder.startsWith(base);
        folder = folder.getParent()) {
      if (Files.isRegularFile(folder.resolve("package-lock.json"))) {
        return Optional.of(folder);
      }
    }
    return Optional.empty();
  }

  private Finding finding(JsonNode errors) {
    JsonNode first = errors.path(0);
    JsonNode place = first.path("location");
    SourceLocation at =
        place.isObject()
            ? new SourceLocation(
                place.path("file").asString(),
                place.path("line").intValue(),
                place.path("column").intValue())
            : plugin.at();
    String text = first.path("text").asString();
    String more = errors.size() > 1 ? " (and " + (errors.size() - 1) + " more)" : "";
    return Finding.error(RULE, at, "the plugin does not build: " + text + more, hint(text));
  }

  private static String hint(String text) {
    boolean unresolved = text.startsWith("Could not resolve \"") && !text.contains("\".");
    return unresolved
        ? "name it in package.json beside the plugin, and keep its package-lock.json there"
        : "";
  }
}
