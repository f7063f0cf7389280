package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads a plugin's folder: its plugin.yaml and the scenarios beside it. */
final class PluginReader {
  private static final String PLUGIN = "plugin.yaml";
  private static final String ENDING = ".yaml";

  /**
   * What a folder holds.
   *
   * @param plugin empty where too little of its file could be read
   */
  record PluginRead(Optional<Plugin> plugin, List<Scenario> scenarios) {
    PluginRead {
      scenarios = List.copyOf(scenarios);
    }
  }

  private final Path folder;
  private final String id;
  private final String name;
  private final Findings findings;

  /**
   * @param name the folder's path as findings call it
   */
  PluginReader(Path folder, String id, String name, Findings findings) {
    this.folder = folder;
    this.id = id;
    this.name = name;
    this.findings = findings;
  }

  PluginRead read(Optional<DevicesFile.Contents> devices) {
    List<String> slugs = slugs();
    Optional<SourceFile> file =
        SourceFile.read(folder.resolve(PLUGIN), name + "/" + PLUGIN, findings);
    Optional<Cursor> root = file.flatMap(SourceFile::document);
    WaiverReader waivers = new WaiverReader(id, slugs, devices.map(DevicesFile.Contents::ids));
    Optional<Plugin> plugin =
        root.flatMap(
            cursor ->
                new PluginFile(id, name, new PluginFolder(folder), waivers)
                    .read(cursor, file.orElseThrow().sha256()));
    Vocabulary vocabulary =
        new Vocabulary(
            root.flatMap(PluginFile::types), devices.map(d -> UnknownDevice.words(d.ids())));
    List<Scenario> scenarios = scenarios(slugs, vocabulary);
    if (plugin.isPresent() && !findings.hasErrorsIn(name + "/" + PLUGIN)) {
      scenarios.forEach(scenario -> NoSentinel.check(plugin.get(), scenario, findings));
    }
    return new PluginRead(plugin, scenarios);
  }

  private List<Scenario> scenarios(List<String> slugs, Vocabulary vocabulary) {
    List<Scenario> scenarios = new ArrayList<>();
    for (String slug : slugs) {
      SourceFile.read(folder.resolve(slug + ENDING), name + "/" + slug + ENDING, findings)
          .flatMap(
              file ->
                  new ScenarioFile(vocabulary, new PluginFolder(folder))
                      .read(file, id + "/" + slug))
          .ifPresent(scenarios::add);
    }
    return scenarios;
  }

  /** The names of its scenario files without their ending; tells of names that will not do. */
  private List<String> slugs() {
    List<String> slugs = new ArrayList<>();
    for (String file : yamlFiles(folder)) {
      String slug = file.substring(0, file.lastIndexOf('.'));
      SourceLocation at = SourceLocation.of(name + "/" + file);
      if (!file.endsWith(ENDING)) {
        findings.error(Rule.WRONG_ENDING, at, "only files in .yaml are read", "rename it");
      } else if (!file.equals(PLUGIN)) {
        if (!FileNames.isId(slug)) {
          findings.error(
              Rule.BAD_NAME, at, "'" + slug + "' cannot name a scenario", FileNames.HINT);
        }
        slugs.add(slug);
      }
    }
    if (slugs.isEmpty()) {
      findings.warning(
          Rule.NO_SCENARIOS,
          SourceLocation.of(name),
          "the plugin has no scenarios",
          "put one beside plugin.yaml");
    }
    return slugs;
  }

  /** The names of the files in {@code .yaml} or {@code .yml}, sorted. */
  static List<String> yamlFiles(Path folder) {
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(Files::isRegularFile)
          .map(path -> path.getFileName().toString())
          .filter(file -> !file.startsWith("."))
          .filter(file -> file.endsWith(ENDING) || file.endsWith(".yml"))
          .sorted()
          .toList();
    } catch (IOException e) {
      return List.of();
    }
  }
}
