package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The folder {@code scenarios/}: conformance, and a folder for each plugin. */
final class ScenariosFolder {
  static final String NAME = "scenarios";

  private final Path root;
  private final String name;
  private final Findings findings;

  ScenariosFolder(ProjectFolder project, Findings findings) {
    this.root = project.root();
    this.name = project.below(NAME);
    this.findings = findings;
  }

  /**
   * Reads each plugin with its scenarios, by folder.
   *
   * @param devices empty where devices.yaml could not be read
   */
  List<PluginReader.PluginRead> plugins(Optional<DevicesFile.Contents> devices) {
    List<PluginReader.PluginRead> read = new ArrayList<>();
    List<String> folders = OwnFolder.folders(root.resolve(name));
    for (String id : folders) {
      if (!id.equals(ConformanceFolder.NAME)) {
        checkName(id);
        read.add(
            new PluginReader(PluginPlace.among(root, name + "/" + id, id), findings).read(devices));
      }
    }
    if (read.isEmpty()) {
      findings.error(
          Rule.MISSING_FILE,
          SourceLocation.of(name),
          "there is no plugin",
          "make a folder with a plugin.yaml, such as " + name + "/mixpanel/plugin.yaml");
    }
    return read;
  }

  private void checkName(String id) {
    if (!FileNames.isId(id)) {
      findings.error(
          Rule.BAD_NAME,
          SourceLocation.of(name + "/" + id),
          "'" + Shown.of(id) + "' cannot name a plugin's folder",
          FileNames.HINT);
    }
  }
}
