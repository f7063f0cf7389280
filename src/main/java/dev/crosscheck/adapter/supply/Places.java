package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds files by patterns such as {@code /usr/lib/*}{@code /MiniBrowser}. */
final class Places {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([^}]+)}");

  private final Map<String, String> environment;
  private final Path top;

  /**
   * @param top where paths that begin with a slash begin
   */
  Places(Map<String, String> environment, Path top) {
    this.environment = environment;
    this.top = top;
  }

  /** Files that fit; of several names that fit one {@code *}, the last in the alphabet first. */
  Stream<Path> matching(String pattern) {
    Matcher variable = VARIABLE.matcher(pattern);
    if (!variable.find()) {
      return below(top, pattern.substring(1));
    }
    String value = environment.getOrDefault(variable.group(1), "");
    try {
      return value.isBlank()
          ? Stream.empty()
          : below(Path.of(value), pattern.substring(variable.end() + 1));
    } catch (InvalidPathException e) {
      return Stream.empty();
    }
  }

  private static Stream<Path> below(Path folder, String pattern) {
    List<Path> found = List.of(folder);
    for (String name : pattern.split("/")) {
      List<Path> next = new ArrayList<>();
      for (Path parent : found) {
        next.addAll(name.contains("*") ? children(parent, name) : List.of(parent.resolve(name)));
      }
      found = next;
    }
    return found.stream();
  }

  private static List<Path> children(Path folder, String glob) {
    List<Path> all = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> children = Files.newDirectoryStream(folder, glob)) {
        children.forEach(all::add);
      } catch (IOException e) {
        return List.of(); // not for us to read
      }
    }
    all.sort(Comparator.reverseOrder());
    return all;
  }
}
