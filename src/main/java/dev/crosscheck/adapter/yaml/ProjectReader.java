package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.FindingsException;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads everything that a user wrote: {@code devices.yaml}, and each plugin with its scenarios.
 *
 * @see <a href="https://yaml.org/spec/1.2.2/">YAML 1.2</a>
 */
public final class ProjectReader {
  private final ProjectFolder project;

  /**
   * @param dir see {@link ProjectFolder#at}
   */
  public ProjectReader(Path dir) {
    this(ProjectFolder.at(dir));
  }

  public ProjectReader(ProjectFolder project) {
    this.project = project;
  }

  /**
   * Reads all files, whatever is wrong with any of them.
   *
   * @return what they say; its findings are warnings
   * @throws FindingsException with all that is wrong in all files, warnings included
   */
  public Project read() {
    Findings findings = new Findings();
    String file = project.below(DevicesFile.NAME);
    Optional<DevicesFile.Contents> devices =
        SourceFile.read(project.root().resolve(file), file, DevicesFile.HINT, findings)
            .flatMap(SourceFile::document)
            .flatMap(DevicesFile::read);
    List<PluginReader.PluginRead> read =
        project.isOwn()
            ? new OwnFolder(project, findings).plugins(devices)
            : new ScenariosFolder(project, findings).plugins(devices);
    DuplicateNames.check(read, findings);
    List<Scenario> conformance =
        new ConformanceFolder(project, findings)
            .scenarios(devices.map(d -> UnknownDevice.words(d.ids())));
    for (PluginReader.PluginRead each : read) {
      each.plugin().ifPresent(plugin -> UnknownRow.checkConformance(plugin, conformance, findings));
    }
    if (findings.hasErrors()) {
      throw new FindingsException(findings.inOrder());
    }
    return project(devices.orElseThrow(), read, conformance, findings);
  }

  private static Project project(
      DevicesFile.Contents devices,
      List<PluginReader.PluginRead> read,
      List<Scenario> conformance,
      Findings findings) {
    List<Plugin> plugins = new ArrayList<>();
    Map<String, List<Scenario>> scenarios = new LinkedHashMap<>();
    Map<String, List<Scenario>> forEvery = new LinkedHashMap<>();
    for (PluginReader.PluginRead each : read) {
      Plugin plugin = each.plugin().orElseThrow();
      plugins.add(plugin);
      scenarios.put(plugin.id(), each.scenarios());
      forEvery.put(plugin.id(), ConformanceFolder.of(plugin, conformance));
    }
    List<DeviceSpec> specs = devices.devices();
    Suite suite = devices.suite();
    return new Project(plugins, scenarios, forEvery, specs, suite, findings.inOrder());
  }
}
