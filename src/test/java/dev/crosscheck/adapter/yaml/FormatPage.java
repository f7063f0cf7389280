package dev.crosscheck.adapter.yaml;

import dev.crosscheck.support.DocPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** The YAML blocks of a page, usually {@code docs/format.md}, by their names. */
final class FormatPage {
  private final Map<String, String> blocks = new LinkedHashMap<>();

  FormatPage(DocPage page) {
    page.blocks().stream()
        .filter(DocPage.Block::isYaml)
        .forEach(block -> blocks.put(block.name(), block.text()));
  }

  static FormatPage read() throws IOException {
    return read("docs/format.md");
  }

  static FormatPage read(String page) throws IOException {
    return new FormatPage(DocPage.read(page));
  }

  /** Those that are files, by path. */
  Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>(blocks);
    files.keySet().removeIf(name -> !name.endsWith(".yaml"));
    return files;
  }

  String block(String name) {
    return blocks.getOrDefault(name, "");
  }

  /** Lays the files into a folder. */
  void lay(Path project) throws IOException {
    for (Map.Entry<String, String> file : files().entrySet()) {
      Path path = project.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  /** Lays the files into a folder, with the other files that they name. */
  void layInto(Path project) throws IOException {
    lay(project);
    layCompanions(project);
  }

  /** The files that a plugin of this name has beside its own. */
  static void layCompanions(Path project) throws IOException {
    Path web = Files.createDirectories(project.resolve("scenarios/acme/web"));
    for (String name : new String[] {"acme.js", "extra.js", "pixel.gif"}) {
      Files.writeString(web.resolve(name), name);
    }
    for (String sources : new String[] {"android/java", "ios/swift", "ios/classic"}) {
      Files.createDirectories(project.resolve("scenarios/acme").resolve(sources));
    }
  }
}
