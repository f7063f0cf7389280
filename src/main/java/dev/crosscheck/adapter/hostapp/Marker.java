package dev.crosscheck.adapter.hostapp;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What was written into a folder, so that nothing else there is ever touched: a line for each file,
 * {@code sha256 path}.
 *
 * @param hashes SHA-256 in lower-case hexadecimal digits, by paths with {@code /}
 */
record Marker(SortedMap<String, String> hashes) {
  static final String NAME = ".crosscheck-host";

  static final Marker NOTHING = new Marker(new TreeMap<>());

  private static final String HEADER =
      "# What 'crosscheck host' wrote here. It changes and removes these files and no others.\n";
  private static final Pattern LINE = Pattern.compile("([0-9a-f]{64})  (.+)");

  static Marker of(SortedMap<String, byte[]> files) {
    SortedMap<String, String> hashes = new TreeMap<>();
    files.forEach((path, content) -> hashes.put(path, sha256(content)));
    return new Marker(hashes);
  }

  /**
   * @throws CannotHost where it is none, or names files outside of the folder
   */
  static Marker parse(String text) throws CannotHost {
    SortedMap<String, String> hashes = new TreeMap<>();
    for (String line : text.lines().toList()) {
      Matcher parts = LINE.matcher(line);
      if (parts.matches() && isInside(parts.group(2))) {
        hashes.put(parts.group(2), parts.group(1));
      } else if (!line.startsWith("#")) {
        throw new CannotHost(
            "'" + NAME + "' there does not say what crosscheck wrote: '" + line + "'",
            "remove the folder, or name another one with --out");
      }
    }
    return new Marker(hashes);
  }

  static boolean isInside(String path) {
    Path read = Path.of(path);
    return !path.isEmpty()
        && !read.isAbsolute()
        && !read.startsWith("..")
        && read.normalize().equals(read);
  }

  boolean holds(String path, byte[] content) {
    return sha256(content).equals(hashes.get(path));
  }

  String text() {
    StringBuilder text = new StringBuilder(HEADER);
    for (Map.Entry<String, String> file : hashes.entrySet()) {
      text.append(file.getValue()).append("  ").append(file.getKey()).append('\n');
    }
    return text.toString();
  }

  private static String sha256(byte[] content) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
