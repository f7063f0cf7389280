package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.ForPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scenarios that are for every plugin: those of the project in {@code scenarios/conformance/},
 * or else those that come with Crosscheck.
 */
final class ConformanceFolder {
  static final String NAME = "conformance";

  private final ProjectFolder project;
  private final Findings findings;

  ConformanceFolder(ProjectFolder project, Findings findings) {
    this.project = project;
    this.findings = findings;
  }

  /** All of them, with no plugin's names in them yet. */
  List<Scenario> scenarios(Optional<List<String>> devices) {
    String name = project.below(ScenariosFolder.NAME + "/" + NAME);
    Path own = project.root().resolve(name);
    if (Files.isDirectory(own)) {
      return read(own, name, devices);
    }
    try {
      return packed(devices);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the conformance suite", e);
    }
  }

  private List<Scenario> packed(Optional<List<String>> devices) throws IOException {
    URL folder = ConformanceFolder.class.getResource("/" + NAME);
    if (folder == null) {
      return List.of();
    }
    try {
      URI uri = folder.toURI();
      if (!uri.getScheme().equals("jar")) {
        return read(Path.of(uri), NAME, devices);
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return read(jar.getPath("/" + NAME), NAME, devices);
      }
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }

  private List<Scenario> read(Path folder, String name, Optional<List<String>> devices) {
    Vocabulary vocabulary = new Vocabulary(Optional.of(List.of()), devices);
    PluginFolder files = new PluginFolder(folder, new PluginPlace.Wall(folder, "the suite"));
    List<Scenario> scenarios = new ArrayList<>();
    for (String file : PluginReader.yamlFiles(folder)) {
      PluginReader.slug(name, file, findings)
          .flatMap(slug -> scenario(folder, name, slug, new ScenarioFile(vocabulary, files)))
          .ifPresent(
              scenario -> {
                UnknownDestination.check(scenario, ForPlugin.PLUGIN, findings);
                scenarios.add(scenario);
              });
    }
    return scenarios;
  }

  private Optional<Scenario> scenario(Path folder, String name, String slug, ScenarioFile reader) {
    String file = slug + PluginReader.ENDING;
    return SourceFile.read(folder.resolve(file), name + "/" + file, findings)
        .flatMap(source -> reader.read(source, NAME + "/" + slug));
  }

  /** Those that say something of this plugin, with its names in them. */
  static List<Scenario> of(Plugin plugin, List<Scenario> all) {
    return all.stream()
        .map(scenario -> scenario.of(plugin))
        .filter(scenario -> !plugin.writeKeySetting().isEmpty() || !needsKey(scenario))
        .toList();
  }

  private static boolean needsKey(Scenario scenario) {
    return scenario.given().settings().isPresent();
  }
}
