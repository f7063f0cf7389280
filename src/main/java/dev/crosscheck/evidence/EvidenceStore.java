package dev.crosscheck.evidence;

import dev.crosscheck.capture.Body;
import java.util.Optional;
import java.util.function.Supplier;

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
   * @param atHand the evidence; empty once it was {@linkplain #putAway put away}
   * @param again reads the same evidence once more
   * @param folder relative to the reports folder: {@code cells/mixpanel/chromium/x/attempt-1}
   */
  record Stored(
      Optional<Evidence> atHand, Supplier<Evidence> again, String folder, boolean screenshot) {
    public Stored(Evidence evidence, Supplier<Evidence> again, String folder, boolean screenshot) {
      this(Optional.of(evidence), again, folder, screenshot);
    }

    /** Reads it where it was put away; throws as reading does. */
    public Evidence evidence() {
      return atHand.orElseGet(again);
    }

    /** The same, but without the captured bytes in memory. */
    public Stored putAway() {
      return new Stored(Optional.empty(), again, folder, screenshot);
    }

    public String har() {
      return folder + "/capture.har";
    }

    public String log() {
      return folder + "/console.log";
    }
  }
}
