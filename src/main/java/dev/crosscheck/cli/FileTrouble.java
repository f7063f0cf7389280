package dev.crosscheck.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.util.Locale;

/** What the system says of a file, without its name. */
final class FileTrouble {
  private FileTrouble() {}

  /** Such as {@code Permission denied} or {@code access denied}. */
  static String words(IOException trouble) {
    if (trouble instanceof FileSystemException system) {
      return system.getReason() == null
          ? spelled(system.getClass().getSimpleName())
          : system.getReason();
    }
    return String.valueOf(trouble.getMessage());
  }

  /** {@code access denied} of {@code AccessDeniedException}. */
  private static String spelled(String type) {
    return type.replace("Exception", "")
        .replaceAll("(?<=[a-z])(?=[A-Z])", " ")
        .toLowerCase(Locale.ROOT);
  }
}
