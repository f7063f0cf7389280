package dev.crosscheck.verdict;

import java.util.Locale;

/**
 * What a verdict rests on.
 *
 * @param kind how absence was shown, or that presence alone was asked for
 * @param words for a reader: lanes, figures, times
 * @param presenceOnly passed, but no property of any message was compared
 */
public record Proof(Kind kind, String words, boolean presenceOnly) {

  /** How it was shown. */
  public enum Kind {
    /** Nothing was claimed that more traffic could refute. */
    SEEN,
    /** Sentinels on each lane, quiet, leaving, quiet again. */
    SEALED,
    /** A silent cell, sealed, beside a twin that spoke. */
    TWIN,
    /** None. */
    NONE;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Proof NOTHING = new Proof(Kind.NONE, "", false);
}
