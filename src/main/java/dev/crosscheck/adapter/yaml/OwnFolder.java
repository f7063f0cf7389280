package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of a plugin's own repository: plugin.yaml, devices.yaml, and the scenarios in {@code
 * scenarios/}. A file that lies elsewhere is told, for it would not be run.
 */
final class OwnFolder {
  private static final List<String> BESIDE = List.of(PluginReader.PLUGIN, DevicesFile.NAME);

  private final ProjectFolder project;
  private final Findings findings;

  OwnFolder(ProjectFolder project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  List<PluginReader.PluginRead> plugins(Optional<DevicesFile.Contents> devices) {
    if (!project.prefix().isEmpty()) { // a repository's root may hold any YAML
      tellMisplaced(project.prefix());
    }
    String scenarios = project.below(ScenariosFolder.NAME);
    folders(project.root().resolve(scenarios))
        .forEach(folder -> tellMisplaced(scenarios + "/" + folder));
    return List.of(new PluginReader(PluginPlace.own(project), findings).read(devices));
  }

  private void tellMisplaced(String folder) {
    for (String file : PluginReader.yamlFiles(project.root().resolve(folder))) {
      if (!BESIDE.contains(file) || !folder.equals(project.prefix())) {
        findings.error(
            Rule.MISPLACED_FILE,
            SourceLocation.of(folder + "/" + file),
            "this file is not read: it is no scenario in " + project.below(ScenariosFolder.NAME),
            "move it there, or away");
      }
    }
  }

  static List<String> folders(Path parent) {
    try (Stream<Path> all = Files.list(parent)) {
      return all.filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
