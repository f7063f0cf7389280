package dev.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

/** What a verdict must be, for tests; each says what it was where it is another. */
final class Verdicts {
  private Verdicts() {}

  static Proof passed(Case cell) {
    Verdict verdict = cell.verdict();
    assertThat(verdict).as(words(verdict)).isInstanceOf(Verdict.Passed.class);
    return ((Verdict.Passed) verdict).proof();
  }

  /** The mismatches as text. */
  static List<String> failed(Case cell) {
    Verdict verdict = cell.verdict();
    assertThat(verdict).as(words(verdict)).isInstanceOf(Verdict.Failed.class);
    return ((Verdict.Failed) verdict)
        .mismatches().stream().map(m -> MismatchText.of(m, "chromium", "capture.har")).toList();
  }

  /** The only mismatch: what, expected and actual. */
  static String mismatch(Case cell) {
    Verdict verdict = cell.verdict();
    assertThat(verdict).as(words(verdict)).isInstanceOf(Verdict.Failed.class);
    assertThat(((Verdict.Failed) verdict).mismatches()).as(words(verdict)).hasSize(1);
    Mismatch only = ((Verdict.Failed) verdict).mismatches().get(0);
    return only.what() + " | " + only.expected() + " | " + only.actual();
  }

  static String broken(Case cell) {
    Verdict verdict = cell.verdict();
    assertThat(verdict).as(words(verdict)).isInstanceOf(Verdict.Broken.class);
    return verdict.reason();
  }

  private static String words(Verdict verdict) {
    return verdict.toString();
  }
}
