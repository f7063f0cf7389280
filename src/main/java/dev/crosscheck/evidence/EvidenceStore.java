package dev.crosscheck.evidence;

import dev.crosscheck.capture.Body;
import java.util.Optional;

/** Keeps evidence. What it returns is what it would read again: that is what gets judged. */
public interface EvidenceStore {

  /**
   * Writes an attempt's evidence (temporary file, rename) and reads it back.
   *
   * @throws java.io.UncheckedIOException where it cannot be written, with the file's name
   */
  Stored store(Evidence evidence, Optional<Body> screenshot);

  /**
   * An attempt's evidence as it stands on disk.
   *
   * @param folder relative to the reports folder: {@code cells/mixpanel/chromium/x/attempt-1}
   */
  record Stored(Evidence evidence, String folder, boolean screenshot) {
    public String har() {
      return folder + "/capture.har";
    }

    public String log() {
      return folder + "/console.log";
    }
  }
}
