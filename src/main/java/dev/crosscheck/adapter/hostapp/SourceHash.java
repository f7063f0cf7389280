package dev.crosscheck.adapter.hostapp;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;

/** Of all that an app is made of; where it is written to makes no other app of it. */
final class SourceHash {
  private SourceHash() {}

  /**
   * SHA-256 in lower-case hexadecimal digits.
   *
   * @param files contents by their paths in the project
   */
  static String of(SortedMap<String, byte[]> files) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (path, content) -> {
            String head = path + "\n" + content.length + "\n";
            digest.update(head.getBytes(StandardCharsets.UTF_8));
            digest.update(content);
          });
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
