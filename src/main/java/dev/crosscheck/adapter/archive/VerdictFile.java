package dev.crosscheck.adapter.archive;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.verdict.Judgement;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.util.List;

/** The shape of {@code verdict.json}, the same for every verdict. */
record VerdictFile(
    String schema,
    String verdict,
    String reason,
    Proof proof,
    List<Mismatch> mismatches,
    List<Finding> findings,
    List<RowVerdict> rows) {
  static final String SCHEMA = "crosscheck/verdict/1";

  VerdictFile {
    if (!SCHEMA.equals(schema)) {
      throw new IllegalArgumentException(
          "a verdict of the kind '" + schema + "'; this version reads '" + SCHEMA + "'");
    }
    mismatches = List.copyOf(mismatches);
    findings = List.copyOf(findings);
    rows = List.copyOf(rows);
  }

  static VerdictFile of(Judgement judgement) {
    Verdict verdict = judgement.verdict();
    return new VerdictFile(
        SCHEMA,
        verdict.word(),
        verdict.reason(),
        verdict.proof(),
        verdict.mismatches(),
        verdict.findings(),
        judgement.rows());
  }

  Judgement judgement() {
    return new Judgement(asVerdict(), rows);
  }

  private Verdict asVerdict() {
    return switch (verdict) {
      case "passed" -> new Verdict.Passed(proof, findings);
      case "failed" -> new Verdict.Failed(reason, mismatches, proof, findings);
      case "broken" -> new Verdict.Broken(reason, findings);
      case "skipped" -> new Verdict.Skipped(reason);
      case "waived" -> new Verdict.Waived(reason, mismatches, proof, findings);
      case "unsupported" -> new Verdict.Unsupported(reason, proof);
      default -> throw new IllegalArgumentException("unknown verdict '" + verdict + "'");
    };
  }
}
