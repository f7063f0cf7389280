package dev.crosscheck;

import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Variants of the example plugins for the web: each is a module in the place of the sound one. */
final class WebVariants implements WebBuilder {
  private final Variants variants;
  private final Supply supply;
  private final Map<String, EsbuildBuilder> builders = new LinkedHashMap<>();

  /**
   * @param base an empty folder
   */
  WebVariants(Path base, Supply supply) {
    this.variants = new Variants(base);
    this.supply = supply;
  }

  Project project() {
    return variants.project("web");
  }

  /**
   * With scenarios that are for every plugin.
   *
   * @param names which of them, by variant
   */
  Project conforming(Map<String, Set<String>> names) {
    return variants.conforming("web", names);
  }

  /** Where a variant's project folder is: {@code devices.yaml}, and the plugin's own below it. */
  Path root(String id) {
    return variants.root(id);
  }

  /**
   * @param modules to lie beside the sound one; the last is loaded in its place
   * @param scenarios their texts, by name
   */
  void add(String id, SoundWeb sound, List<Path> modules, Map<String, String> scenarios)
      throws IOException {
    Path theirs = Variants.EXAMPLES.resolve(sound.folder());
    Path folder = variants.folder(id);
    copyCode(theirs, folder);
    String module = sound.module();
    for (Path file : modules) {
      module = file.getFileName().toString();
      Files.copy(file, folder.resolve("web").resolve(module));
    }
    String plugin = webAlone(Files.readString(theirs.resolve("plugin.yaml")));
    variants.add(id, loading(plugin, sound.module(), module), scenarios);
    builders.put(id, new EsbuildBuilder(supply, variants.root(id)));
  }

  /** The module, what the partner answers, and what pins the packages. */
  private static void copyCode(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolve("web"));
    try (Stream<Path> files = Files.walk(from, 2)) {
      for (Path file : files.filter(WebVariants::isCode).toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
  }

  private static boolean isCode(Path file) {
    return Files.isRegularFile(file)
        && (file.getParent().endsWith("web")
            || file.toString().endsWith(".json")
            || file.endsWith(".npmrc"));
  }

  /** The sources of Android's part are left where they are. */
  private static String webAlone(String plugin) {
    int android = plugin.indexOf("\nandroid:");
    return android < 0 ? plugin : plugin.substring(0, android + 1);
  }

  private static String loading(String plugin, String sound, String module) {
    String line = ": web/" + sound + "\n";
    if (!plugin.contains(line)) {
      throw new IllegalStateException("plugin.yaml does not load 'web/" + sound + "'");
    }
    return plugin.replace(line, ": web/" + module + "\n");
  }

  @Override
  public WebAssets assets() throws Shortage {
    return builders.values().iterator().next().assets();
  }

  @Override
  public WebBuild build(Plugin plugin) throws Shortage, BuildFailed {
    EsbuildBuilder builder = builders.get(plugin.id());
    if (builder == null) {
      throw new IllegalArgumentException("no plugin '" + plugin.id() + "'");
    }
    return builder.build(plugin);
  }
}
