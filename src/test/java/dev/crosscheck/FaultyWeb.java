package dev.crosscheck;

import dev.crosscheck.adapter.esbuild.EsbuildBuilder;
import dev.crosscheck.adapter.yaml.ProjectReader;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The sound Mixpanel plugin and every faulty one, as plugins of one run. All of them are called
 * {@code Mixpanel} in Segment, which one project does not allow: each is read from a folder of its
 * own.
 */
final class FaultyProject implements WebBuilder {
  static final String SOUND = "sound";

  private static final Path MIXPANEL = Path.of("scenarios/mixpanel");
  private static final Path FAULTS = Path.of("src/test/resources/dev/crosscheck/faulty");
  private static final String REGISTER = "register: web/mixpanel.js";

  private final Path base;
  private final Supply supply;
  private final List<Plugin> plugins = new ArrayList<>();
  private final Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
  private final Map<String, EsbuildBuilder> builders = new LinkedHashMap<>();

  private FaultyProject(Path base, Supply supply) {
    this.base = base;
    this.supply = supply;
  }

  /**
   * @param base an empty folder
   */
  static FaultyProject in(Path base, Supply supply) throws IOException {
    FaultyProject project = new FaultyProject(base, supply);
    for (Fault fault : Fault.values()) {
      project.add(fault.id(), fault.id(), List.of(fault.scenario()));
    }
    project.add(SOUND, "mixpanel", List.of("order", "alone", "charged"));
    return project;
  }

  Project project() {
    Project any = new ProjectReader(base.resolve(SOUND)).read();
    // the faults are in the web plugin
    List<DeviceSpec> browsers =
        any.devices().stream().filter(device -> device.platform().equals("web")).toList();
    return new Project(plugins, scenarios, browsers, new Suite(List.of()), List.of());
  }

  private void add(String id, String module, List<String> names) throws IOException {
    Path own = base.resolve(id);
    Path folder = own.resolve("scenarios").resolve(id);
    Path web = Files.createDirectories(folder.resolve("web"));
    Files.copy(Path.of("devices.yaml"), own.resolve("devices.yaml"));
    Files.copy(MIXPANEL.resolve("web/mixpanel.js"), web.resolve("mixpanel.js"));
    if (!module.equals("mixpanel")) {
      Files.copy(FAULTS.resolve("behind.js"), web.resolve("behind.js"));
      Files.copy(FAULTS.resolve(module + ".js"), web.resolve(module + ".js"));
    }
    for (String name : names) {
      Path ours = FAULTS.resolve(name + ".yaml");
      Path file = Files.exists(ours) ? ours : MIXPANEL.resolve(name + ".yaml");
      Files.copy(file, folder.resolve(name + ".yaml"));
    }
    String plugin = webAlone(Files.readString(MIXPANEL.resolve("plugin.yaml")));
    if (!plugin.contains(REGISTER)) {
      throw new IllegalStateException("plugin.yaml has no '" + REGISTER + "'");
    }
    Files.writeString(
        folder.resolve("plugin.yaml"), plugin.replace(REGISTER, "register: web/" + module + ".js"));
    Project read = new ProjectReader(own).read();
    plugins.addAll(read.plugins());
    scenarios.putAll(read.scenarios());
    builders.put(id, new EsbuildBuilder(supply, own));
  }

  /** The faults are in the web's part, and the sources of Android's are left where they are. */
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
