package dev.crosscheck;

import dev.crosscheck.adapter.yaml.ProjectReader;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Variants of the Mixpanel plugin, as plugins of one run. All of them are called {@code Mixpanel}
 * in Segment, which one project does not allow: each is read from a folder of its own.
 */
final class Variants {
  static final Path MIXPANEL = Path.of("scenarios/mixpanel");
  static final Path FAULTS = Path.of("src/test/resources/dev/crosscheck/faulty");

  private final Path base;
  private final List<Plugin> plugins = new ArrayList<>();
  private final Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
  private List<DeviceSpec> devices = List.of();

  /**
   * @param base an empty folder
   */
  Variants(Path base) {
    this.base = base;
  }

  /** The folder to which a variant's own is relative. */
  Path root(String id) {
    return base.resolve(id);
  }

  /** A variant's own folder, which is made here. */
  Path folder(String id) throws IOException {
    return Files.createDirectories(root(id).resolve("scenarios").resolve(id));
  }

  /**
   * Reads a variant, whose code is in its folder already.
   *
   * @param names of scenarios of the faults, or else of Mixpanel
   * @param change what of a scenario's text is to be other
   */
  void add(String id, String pluginYaml, Collection<String> names, UnaryOperator<String> change)
      throws IOException {
    Path folder = folder(id);
    Files.copy(Path.of("devices.yaml"), root(id).resolve("devices.yaml"));
    Files.writeString(folder.resolve("plugin.yaml"), pluginYaml);
    for (String name : names) {
      Path ours = FAULTS.resolve(name + ".yaml");
      Path file = Files.exists(ours) ? ours : MIXPANEL.resolve(name + ".yaml");
      Files.writeString(folder.resolve(name + ".yaml"), change.apply(Files.readString(file)));
    }
    Project read = new ProjectReader(root(id)).read();
    plugins.addAll(read.plugins());
    scenarios.putAll(read.scenarios());
    devices = read.devices();
  }

  /** All of them, on the devices of one platform. */
  Project project(String platform) {
    List<DeviceSpec> those =
        devices.stream().filter(device -> device.platform().equals(platform)).toList();
    return new Project(plugins, scenarios, those, new Suite(List.of()), List.of());
  }
}
