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

/** Reads a plugin: its plugin.yaml and its scenarios. */
final class PluginReader {
  static final String PLUGIN = "plugin.yaml";
  static final String ENDING = ".yaml";

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

  private final PluginPlace place;
  private final Findings findings;

  PluginReader(PluginPlace place, Findings findings) {
    this.place = place;
    this.findings = findings;
  }

  PluginRead read(Optional<DevicesFile.Contents> devices) {
    List<String> slugs = slugs();
    String name = ProjectFolder.join(place.folder(), PLUGIN);
    Optional<SourceFile> file = SourceFile.read(place.root().resolve(name), name, findings);
    Optional<Cursor> root = file.flatMap(SourceFile::document);
    String id = place.id().or(() -> root.map(PluginFile::idOfName)).orElse(PluginFile.NAMELESS);
    WaiverReader waivers = new WaiverReader(id, slugs, devices.map(DevicesFile.Contents::ids));
    Optional<Plugin> plugin =
        root.flatMap(
            cursor ->
                new PluginFile(id, place.folder(), place.files(), waivers, slugs.isEmpty())
                    .read(cursor, file.orElseThrow().sha256()));
    Vocabulary vocabulary =
        new Vocabulary(
            root.flatMap(PluginFile::types), devices.map(d -> UnknownDevice.words(d.ids())));
    List<Scenario> scenarios = scenarios(id, slugs, vocabulary);
    plugin.ifPresent(read -> UnknownRow.check(read, scenarios, findings));
    if (plugin.isPresent() && !findings.hasErrorsIn(name)) {
      for (Scenario scenario : scenarios) {
        NoSentinel.check(plugin.get(), scenario, findings);
        UnblockedPlugin.check(plugin.get(), scenario, findings);
        UnknownDestination.check(scenario, plugin.get().name(), findings);
        HostNotDeclared.check(plugin.get(), scenario, findings);
      }
    }
    return new PluginRead(plugin, scenarios);
  }

  private List<Scenario> scenarios(String id, List<String> slugs, Vocabulary vocabulary) {
    List<Scenario> scenarios = new ArrayList<>();
    for (String slug : slugs) {
      String name = ProjectFolder.join(place.scenarios(), slug + ENDING);
      SourceFile.read(place.root().resolve(name), name, findings)
          .flatMap(file -> new ScenarioFile(vocabulary, place.files()).read(file, id + "/" + slug))
          .ifPresent(scenarios::add);
    }
    return scenarios;
  }

  /** The names of its scenario files without their ending; tells of names that will not do. */
  private List<String> slugs() {
    List<String> slugs = new ArrayList<>();
    for (String file : yamlFiles(place.root().resolve(place.scenarios()))) {
      if (place.keepsScenariosApart() || !file.equals(PLUGIN)) {
        slug(place.scenarios(), file, findings).ifPresent(slugs::add);
      }
    }
    if (slugs.isEmpty()) {
      findings.warning(
          Rule.NO_SCENARIOS,
          SourceLocation.of(place.scenarios()),
          "the plugin has no scenarios of its own: only what every plugin must show is run",
          place.keepsScenariosApart() ? "put one into that folder" : "put one beside plugin.yaml");
    }
    return slugs;
  }

  /** The name of a scenario's file without its ending; tells of a name that will not do. */
  static Optional<String> slug(String folder, String file, Findings findings) {
    SourceLocation at = SourceLocation.of(ProjectFolder.join(folder, file));
    if (!file.endsWith(ENDING)) {
      findings.error(Rule.WRONG_ENDING, at, "only files in .yaml are read", "rename it");
      return Optional.empty();
    }
    String slug = file.substring(0, file.length() - ENDING.length());
    if (!FileNames.isId(slug)) {
      findings.error(Rule.BAD_NAME, at, "'" + slug + "' cannot name a scenario", FileNames.HINT);
    }
    return Optional.of(slug);
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
