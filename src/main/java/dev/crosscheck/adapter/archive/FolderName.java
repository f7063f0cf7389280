package dev.crosscheck.adapter.archive;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** One part of a path, made from an id that a user chose. */
final class FolderName {
  private static final int LONGEST = 80;

  private FolderName() {}

  /**
   * The id itself where every file system takes it. Else what is left of it, and a digest, so that
   * two ids never share a folder and none leads elsewhere.
   */
  static String of(String id) {
    boolean plain = id.matches("[A-Za-z0-9_][A-Za-z0-9._-]*") && !id.endsWith(".");
    if (plain && id.length() <= LONGEST) {
      return id;
    }
    String rest = id.replaceAll("[^A-Za-z0-9_-]+", "-").replaceAll("^-+|-+$", "");
    String head = rest.substring(0, Math.min(rest.length(), LONGEST));
    return head + (head.isEmpty() ? "" : "-") + digest(id);
  }

  private static String digest(String id) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
