package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * {@code artifacts.lock}: under each {@code [section]} the files that belong together, one {@code
 * group:artifact:extension:version sha256} a line. What follows a {@code #} is a comment. An
 * artifact stands once in a section.
 *
 * @param name as messages call it: {@code harness/android/artifacts.lock}
 * @param sections by name, in the file's order
 */
record ArtifactsLock(String name, Map<String, List<Entry>> sections) {
  private static final Pattern SECTION = Pattern.compile("\\[([a-z0-9-]+)]");
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");

  /**
   * One file.
   *
   * @param sha256 in lower-case hexadecimal digits
   */
  record Entry(MavenArtifact artifact, String sha256) {}

  /**
   * @throws IllegalArgumentException which names every line that is wrong, such as {@code
   *     harness/android/artifacts.lock:7: …}
   */
  static ArtifactsLock parse(String name, String text) {
    Reader reader = new Reader(name);
    text.lines().forEach(reader::read);
    if (!reader.wrong.isEmpty()) {
      throw new IllegalArgumentException(String.join("\n", reader.wrong));
    }
    return new ArtifactsLock(name, reader.sections);
  }

  /** Reads line by line, and goes on after one that is wrong. */
  private static final class Reader {
    private final Map<String, List<Entry>> sections = new LinkedHashMap<>();
    private final Map<String, Integer> seen = new HashMap<>();
    private final List<String> wrong = new ArrayList<>();
    private final String name;
    private List<Entry> section = List.of();
    private int number;

    private Reader(String name) {
      this.name = name;
    }

    private void read(String line) {
      number++;
      String content = line.replaceFirst("#.*", "").strip();
      if (content.startsWith("[")) {
        begin(content);
      } else if (sections.isEmpty() && !content.isEmpty()) {
        complain("'" + content + "' stands before the first [section]");
      } else if (!content.isEmpty()) {
        add(content);
      }
    }

    private void begin(String header) {
      var written = SECTION.matcher(header);
      section = new ArrayList<>();
      seen.clear();
      String title = written.matches() ? written.group(1) : header;
      if (!written.matches()) {
        complain("'" + header + "' is not a [section] of lower-case letters, digits and hyphens");
      } else if (sections.containsKey(title)) {
        complain("section [" + title + "] stands there twice");
      }
      sections.put(title, section);
    }

    private void add(String content) {
      String[] words = content.split("\\s+");
      var artifact = MavenArtifact.parse(words[0]).filter(read -> read.extension().isPresent());
      if (words.length != 2 || artifact.isEmpty()) {
        complain("'" + content + "' is not group:artifact:extension:version sha256");
      } else if (!HASH.matcher(words[1]).matches()) {
        complain("'" + words[1] + "' is not a SHA-256 of 64 lower-case hexadecimal digits");
      } else {
        Integer before = seen.putIfAbsent(artifact.get().key(), number);
        if (before != null) {
          complain("'" + artifact.get().key() + "' stands in line " + before + " already");
        }
        section.add(new Entry(artifact.get(), words[1]));
      }
    }

    private void complain(String what) {
      wrong.add(name + ":" + number + ": " + what);
    }
  }
}
