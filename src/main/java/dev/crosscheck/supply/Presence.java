package dev.crosscheck.supply;

import java.nio.file.Path;
import java.util.Optional;

/** Where a program stands on this machine, as far as shows without fetching anything. */
public sealed interface Presence {
  /**
   * It is here.
   *
   * @param version as it says itself, or its package does; empty where neither was asked or tells
   */
  record Here(Path file, Optional<String> version) implements Presence {}

  /**
   * It is not here, and will be fetched once it is needed.
   *
   * @param how such as {@code apt-get install chromium}
   */
  record Fetchable(String how) implements Presence {}

  /** It is not here, and nothing of ours can change that. */
  record Missing(String reason, String remedy) implements Presence {}
}
