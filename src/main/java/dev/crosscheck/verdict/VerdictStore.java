package dev.crosscheck.verdict;

import dev.crosscheck.evidence.EvidenceStore;

/** Keeps verdicts beside the evidence that they were reached on. */
public interface VerdictStore {
  /** Throws {@link java.io.UncheckedIOException} where it cannot be written. */
  void store(EvidenceStore.Stored stored, Judgement judgement);
}
