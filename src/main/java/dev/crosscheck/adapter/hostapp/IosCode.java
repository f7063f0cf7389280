package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.IosPlugin;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plugin's code for one of the SDKs, as it goes into the project of that SDK. */
final class IosCode {
  private static final String BRIDGE = "Bridging.h";
  private static final List<String> SOURCES = List.of(".swift", ".m", ".mm", ".c");
  private static final String HEADER = ".h";

  private final IosPlugin part;
  private final SortedMap<String, byte[]> sources;

  private IosCode(IosPlugin part, SortedMap<String, byte[]> sources) {
    this.part = part;
    this.sources = sources;
  }

  /**
   * @param folder the plugin's
   */
  static IosCode of(Path folder, IosPlugin part) throws CannotHost {
    SortedMap<String, byte[]> sources = new TreeMap<>();
    if (part.sources().isPresent()) {
      Path top = folder.resolve(part.sources().get()).normalize();
      for (Path file : below(top)) {
        sources.put(top.relativize(file).toString().replace('\\', '/'), read(file));
      }
      if (sources.keySet().stream().noneMatch(IosCode::isSource)) {
        throw new CannotHost(
            "there is no Swift and no Objective-C in '" + top + "'", "name its folder");
      }
    }
    return new IosCode(part, sources);
  }

  private static List<Path> below(Path top) throws CannotHost {
    try (Stream<Path> all = Files.walk(top)) {
      return all.filter(Files::isRegularFile)
          .filter(file -> isSource(file.toString()) || file.toString().endsWith(HEADER))
          .toList();
    } catch (IOException | UncheckedIOException e) {
      throw CannotHost.unreadable(top, e);
    }
  }

  private static boolean isSource(String file) {
    return SOURCES.stream().anyMatch(file::endsWith);
  }

  private static byte[] read(Path file) throws CannotHost {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw CannotHost.unreadable(file, e);
    }
  }

  /** Contents by their paths in the project; Swift sees the headers by one that names them all. */
  SortedMap<String, byte[]> files() {
    SortedMap<String, byte[]> files = new TreeMap<>();
    sources.forEach((path, content) -> files.put(folder() + "sources/" + path, content));
    if (hasHeaders()) {
      String bridge =
          headers()
              .map(header -> "#import \"sources/" + header + "\"\n")
              .collect(Collectors.joining());
      files.put(bridge(), bridge.getBytes(StandardCharsets.UTF_8));
    }
    return files;
  }

  /** With a slash at its end. */
  String folder() {
    return "Plugin/" + part.sdk().word() + "/";
  }

  boolean hasHeaders() {
    return headers().findAny().isPresent();
  }

  String bridge() {
    return folder() + BRIDGE;
  }

  private Stream<String> headers() {
    return sources.keySet().stream().filter(path -> path.endsWith(HEADER));
  }

  /** The registry's line. */
  String line() {
    return "  \"" + part.factory() + "\": { " + part.factory() + "() },";
  }

  /** What the registry needs to know the type: where it is in no source, it is in a package. */
  String imports() {
    return sources.isEmpty()
        ? part.packages().stream()
            .map(used -> "import " + used.product().replaceAll("[^\\p{L}\\p{N}_]", "_"))
            .sorted()
            .collect(Collectors.joining("\n"))
        : "";
  }
}
