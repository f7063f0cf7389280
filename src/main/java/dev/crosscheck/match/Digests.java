package dev.crosscheck.match;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The digests by which plugins hash what identifies a person. */
public final class Digests {
  private static final List<String> USUAL = List.of("MD5", "SHA-1", "SHA-256");

  private Digests() {}

  /** The lower-case hex SHA-256 of the UTF-8 text. */
  static String sha256(String text) {
    return hex("SHA-256", text);
  }

  /**
   * The lower-case hex digest of the UTF-8 text by {@code MD5}, {@code SHA-1} or {@code SHA-256}.
   */
  public static String hex(String algorithm, String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java platform has " + algorithm, impossible);
    }
  }

  /** By each of the three that are in use. */
  public static List<String> all(String text) {
    return USUAL.stream().map(algorithm -> hex(algorithm, text)).toList();
  }
}
