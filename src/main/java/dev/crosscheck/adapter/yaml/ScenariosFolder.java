package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder {@code scenarios/}: conformance, and a folder for each plugin. */
final class ScenariosFolder {
  private static final String NAME = "scenarios";
  private static final String CONFORMANCE = "conformance";

  private final Path base;
  private final Findings findings;

  ScenariosFolder(Path base, Findings findings) {
    this.base = base;
    this.findings = findings;
  }

  /**
   * Reads each plugin with its scenarios, by folder.
   *
   * @param devices empty where devices.yaml could not be read
   */
  List<PluginReader.PluginRead> plugins(Optional<DevicesFile.Contents> devices) {
    List<PluginReader.PluginRead> read = new ArrayList<>();
    List<String> folders = folders();
    for (String id : folders) {
      if (id.equals(CONFORMANCE)) {
        conformance();
      } else {
        checkName(id);
        read.add(
            new PluginReader(base.resolve(NAME).resolve(id), id, NAME + "/" + id, findings)
                .read(devices));
      }
    }
    if (read.isEmpty()) {
      findings.error(
          Rule.MISSING_FILE,
          SourceLocation.of(NAME),
          "there is no plugin",
          "make a folder with a plugin.yaml, such as scenarios/mixpanel/plugin.yaml");
    }
    return read;
  }

  private List<String> folders() {
    try (Stream<Path> all = Files.list(base.resolve(NAME))) {
      return all.filter(Files::isDirectory)
          .map(path -> path.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private void checkName(String id) {
    if (!FileNames.isId(id)) {
      findings.error(
          Rule.BAD_NAME,
          SourceLocation.of(NAME + "/" + id),
          "'" + Shown.of(id) + "' cannot name a plugin's folder",
          FileNames.HINT);
    }
  }

  private void conformance() {
    for (String file : PluginReader.yamlFiles(base.resolve(NAME).resolve(CONFORMANCE))) {
      Fields.notYet(
          findings,
          SourceLocation.of(NAME + "/" + CONFORMANCE + "/" + file),
          "a scenario for every plugin");
    }
  }
}
