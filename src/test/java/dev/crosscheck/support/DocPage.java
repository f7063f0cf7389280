package dev.crosscheck.support;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A page of the documentation, by its fenced blocks. */
public record DocPage(Path file, List<Block> blocks) {
  private static final Pattern FENCED =
      Pattern.compile(
          "(?:^`([^`\\n]+)`:\\n)?^```(\\w*)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);
  private static final Pattern NAMED = Pattern.compile("# (\\S+)\\n");

  /**
   * What stands between two fences.
   *
   * @param language such as {@code yaml}; often empty
   * @param name from the line {@code `name`:} right before it, or in YAML from a first line {@code
   *     # name}; empty where there is neither
   * @param text what stands below the name
   */
  public record Block(String language, String name, String text) {
    public boolean isYaml() {
      return language.equals("yaml");
    }

    /** Whether its name is a path. */
    public boolean isFile() {
      return name.contains(".");
    }

    /** Writes it below a folder. */
    public void lay(Path folder) throws IOException {
      Path path = folder.resolve(name);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, text);
    }
  }

  public static DocPage read(String file) throws IOException {
    Path path = Path.of(file);
    return new DocPage(
        path, FENCED.matcher(Files.readString(path)).results().map(DocPage::block).toList());
  }

  /** README.md and every page in docs/. */
  public static List<DocPage> all() throws IOException {
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      List<String> pages =
          Stream.concat(Stream.of("README.md"), docs.map(Path::toString).sorted())
              .filter(page -> page.endsWith(".md"))
              .toList();
      List<DocPage> read = new ArrayList<>();
      for (String page : pages) {
        read.add(read(page));
      }
      return read;
    }
  }

  private static Block block(MatchResult fenced) {
    String name = fenced.group(1) == null ? "" : fenced.group(1);
    String text = fenced.group(3);
    Matcher first = NAMED.matcher(text);
    return name.isEmpty() && fenced.group(2).equals("yaml") && first.lookingAt()
        ? new Block(fenced.group(2), first.group(1), text.substring(first.end()))
        : new Block(fenced.group(2), name, text);
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
