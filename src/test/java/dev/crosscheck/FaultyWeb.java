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
import java.util.function.UnaryOperator;

/** The sound Mixpanel plugin for the web, and every faulty one. */
final class FaultyWeb implements WebBuilder {
  static final String SOUND = "sound";

  private static final String REGISTER = "register: web/mixpanel.js";

  private final Variants variants;
  private final Supply supply;
  private final Map<String, EsbuildBuilder> builders = new LinkedHashMap<>();

  private FaultyWeb(Variants variants, Supply supply) {
    this.variants = variants;
    this.supply = supply;
  }

  /**
   * @param base an empty folder
   */
  static FaultyWeb in(Path base, Supply supply) throws IOException {
    FaultyWeb faulty = new FaultyWeb(new Variants(base), supply);
    for (WebFault fault : WebFault.values()) {
      faulty.add(fault.id(), fault.id(), List.of(fault.scenario()));
    }
    faulty.add(SOUND, "mixpanel", List.of("order", "alone", "charged"));
    return faulty;
  }

  Project project() {
    return variants.project("web");
  }

  private void add(String id, String module, List<String> scenarios) throws IOException {
    Path web = Files.createDirectories(variants.folder(id).resolve("web"));
    Files.copy(Variants.MIXPANEL.resolve("web/mixpanel.js"), web.resolve("mixpanel.js"));
    if (!module.equals("mixpanel")) {
      Files.copy(Variants.FAULTS.resolve("behind.js"), web.resolve("behind.js"));
      Files.copy(Variants.FAULTS.resolve(module + ".js"), web.resolve(module + ".js"));
    }
    String plugin = webAlone(Files.readString(Variants.MIXPANEL.resolve("plugin.yaml")));
    if (!plugin.contains(REGISTER)) {
      throw new IllegalStateException("plugin.yaml has no '" + REGISTER + "'");
    }
    variants.add(
        id,
        plugin.replace(REGISTER, "register: web/" + module + ".js"),
        scenarios,
        UnaryOperator.identity());
    builders.put(id, new EsbuildBuilder(supply, variants.root(id)));
  }

  /** The sources of Android's part are left where they are. */
  private static String webAlone(String plugin) {
    return plugin.substring(0, plugin.indexOf("\nandroid:") + 1);
  }

  @Override
  public WebAssets assets() throws Shortage {
    return builder(SOUND).assets();
  }

  @Override
  public WebBuild build(Plugin plugin) throws Shortage, BuildFailed {
    return builder(plugin.id()).build(plugin);
  }

  private EsbuildBuilder builder(String id) {
    EsbuildBuilder builder = builders.get(id);
    if (builder == null) {
      throw new IllegalArgumentException("no plugin '" + id + "'");
    }
    return builder;
  }
}
