package dev.crosscheck.adapter.yaml;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** A file that a user wrote, with its bytes. */
final class SourceFile {
  /** In bytes; a thousand times what anyone writes by hand. */
  static final int LARGEST = 1 << 20;

  private final Origin origin;
  private final byte[] bytes;

  private SourceFile(Origin origin, byte[] bytes) {
    this.origin = origin;
    this.bytes = bytes;
  }

  /**
   * Reads a file that must be there.
   *
   * @param name as findings call it
   */
  static Optional<SourceFile> read(Path path, String name, Findings findings) {
    return read(path, name, "", findings);
  }

  /**
   * Reads a file that must be there.
   *
   * @param name as findings call it
   * @param hint what to do where it is not there
   */
  static Optional<SourceFile> read(Path path, String name, String hint, Findings findings) {
    Origin origin = new Origin(name, findings);
    if (!Files.exists(path)) {
      findings.error(Rule.MISSING_FILE, origin.whole(), "there is no such file", hint);
      return Optional.empty();
    }
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST + 1);
      if (bytes.length <= LARGEST) {
        return Optional.of(new SourceFile(origin, bytes));
      }
      findings.error(
          Rule.FILE_TOO_LARGE, origin.whole(), "larger than " + LARGEST + " bytes", "split it");
    } catch (IOException e) {
      findings.error(
          Rule.UNREADABLE_FILE,
          origin.whole(),
          "cannot be read as a file",
          "check what it is and who may read it");
    }
    return Optional.empty();
  }

  Origin origin() {
    return origin;
  }

  /** Its one document; empty where it could not be read, and why has been told. */
  Optional<Cursor> document() {
    return DocumentReader.read(bytes, origin);
  }

  /** As it stands, but for a byte order mark; what has a document is UTF-8. */
  String text() {
    String text = new String(bytes, StandardCharsets.UTF_8);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Of its bytes, lower-case hex. */
  String sha256() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
