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
import java.util.Set;

/**
 * Variants of the example plugins, as plugins of one run. Those of one plugin are all called the
 * same in Segment, which one project does not allow: each is read from a folder of its own.
 */
final class Variants {
  static final Path EXAMPLES = Path.of("scenarios");
  static final Path MIXPANEL = EXAMPLES.resolve("mixpanel");
  private static final Path RESOURCES = Path.of("src/test/resources/dev/crosscheck");
  static final Path FAULTS = RESOURCES.resolve("faulty");
  static final Path FLAWED = RESOURCES.resolve("flawed");

  private final Path base;
  private final List<Plugin> plugins = new ArrayList<>();
  private final Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
  private final Map<String, List<Scenario>> suite = new LinkedHashMap<>();
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
   * The texts of scenarios of the faults, or else of Mixpanel, by their names.
   *
   * @param names without {@code .yaml}
   */
  static Map<String, String> scenarios(Collection<String> names) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    for (String name : names) {
      Path ours = FAULTS.resolve(name + ".yaml");
      Path file = Files.exists(ours) ? ours : MIXPANEL.resolve(name + ".yaml");
      texts.put(name, Files.readString(file));
    }
    return texts;
  }

  /**
   * Reads a variant, whose code is in its folder already.
   *
   * @param texts of its scenarios, by name
   */
  void add(String id, String pluginYaml, Map<String, String> texts) throws IOException {
    Path folder = folder(id);
    Files.copy(Path.of("devices.yaml"), root(id).resolve("devices.yaml"));
    Files.writeString(folder.resolve("plugin.yaml"), pluginYaml);
    for (Map.Entry<String, String> text : texts.entrySet()) {
      Files.writeString(folder.resolve(text.getKey() + ".yaml"), text.getValue());
    }
    Project read = new ProjectReader(root(id)).read();
    plugins.addAll(read.plugins());
    scenarios.putAll(read.scenarios());
    suite.putAll(read.conformance());
    devices = read.devices();
  }

  /** All of them, on the devices of one platform, with their own scenarios. */
  Project project(String platform) {
    return project(platform, scenarios);
  }

  /**
   * The same with scenarios that are for every plugin.
   *
   * @param names which of them, by variant
   */
  Project conforming(String platform, Map<String, Set<String>> names) {
    Map<String, List<Scenario>> asked = new LinkedHashMap<>();
    suite.forEach(
        (id, all) ->
            asked.put(
                id,
                all.stream()
                    .filter(s -> names.getOrDefault(id, Set.of()).contains(s.slug()))
                    .toList()));
    return project(platform, asked);
  }

  private Project project(String platform, Map<String, List<Scenario>> scenarios) {
    List<DeviceSpec> those =
        devices.stream().filter(device -> device.platform().equals(platform)).toList();
    return new Project(plugins, scenarios, those, new Suite(List.of()), List.of());
  }
}
