package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.supply.MavenArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Gathers a plugin's code for the SDKs that one app embeds: each piece once. */
final class PluginCode {
  static final String SOURCES = "app/src/plugin/java/";

  private static final String LIBRARIES = "libs/";
  private static final String ONE_SDK = "write the app for one of the SDKs, with --sdk";

  private final Path folder;
  private final SortedMap<String, byte[]> files = new TreeMap<>();
  private final Set<Path> taken = new LinkedHashSet<>();
  private final Map<String, MavenArtifact> artifacts = new LinkedHashMap<>();
  private final List<String> libraries = new ArrayList<>();

  /**
   * @param folder the plugin's
   */
  PluginCode(Path folder) {
    this.folder = folder;
  }

  void add(AndroidPlugin part) throws CannotHost {
    if (part.sources().isPresent()) {
      addSources(part.sources().get());
    }
    for (String library : part.libraries()) {
      addLibrary(library);
    }
    for (String written : part.artifacts()) {
      addArtifact(written);
    }
  }

  private void addSources(String relative) throws CannotHost {
    Path top = folder.resolve(relative).normalize();
    int before = files.size();
    for (Path file : below(top)) {
      if (taken.add(file)) {
        addFile(SOURCES + top.relativize(file).toString().replace('\\', '/'), file);
      }
    }
    if (files.size() == before && taken.stream().noneMatch(file -> file.startsWith(top))) {
      throw new CannotHost(
          "there are no .java and no .kt files in '" + top + "'", "name their folder");
    }
  }

  private static List<Path> below(Path top) throws CannotHost {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile).filter(PluginCode::isSource).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw CannotHost.unreadable(top, e);
    }
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || isKotlin(file.toString());
  }

  private static boolean isKotlin(String file) {
    return file.endsWith(".kt");
  }

  private void addFile(String path, Path file) throws CannotHost {
    byte[] bytes = read(file);
    byte[] other = files.put(path, bytes);
    if (other != null && !Arrays.equals(other, bytes)) {
      throw new CannotHost(
          "one app cannot hold two '" + path.substring(SOURCES.length()) + "'", ONE_SDK);
    }
  }

  private void addLibrary(String relative) throws CannotHost {
    Path file = folder.resolve(relative).normalize();
    if (!Files.isRegularFile(file)) {
      throw new CannotHost(
          "there is no file '" + relative + "' in the plugin's folder",
          "build the plugin first, or correct plugin.yaml");
    }
    if (taken.add(file)) {
      String path = LIBRARIES + file.getFileName();
      for (int i = 2; libraries.contains(path); i++) {
        path = LIBRARIES + i + "/" + file.getFileName();
      }
      libraries.add(path);
      files.put("app/" + path, read(file));
    }
  }

  private void addArtifact(String written) throws CannotHost {
    MavenArtifact artifact =
        MavenArtifact.parse(written)
            .orElseThrow(
                () ->
                    new CannotHost(
                        "'" + written + "' is no group:artifact:version", "correct plugin.yaml"));
    MavenArtifact other = artifacts.putIfAbsent(artifact.key(), artifact);
    if (other != null && !other.equals(artifact)) {
      throw new CannotHost("one app cannot hold " + other + " and " + artifact, ONE_SDK);
    }
  }

  private static byte[] read(Path file) throws CannotHost {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw CannotHost.unreadable(file, e);
    }
  }

  /** Contents by their paths in the project. */
  SortedMap<String, byte[]> files() {
    return files;
  }

  boolean hasKotlin() {
    return files.keySet().stream().anyMatch(PluginCode::isKotlin);
  }

  List<MavenArtifact> artifacts() {
    return List.copyOf(artifacts.values());
  }

  /** Their paths below {@code app/}. */
  List<String> libraries() {
    return libraries;
  }
}
