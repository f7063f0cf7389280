package dev.crosscheck.verdict;

import dev.crosscheck.finding.Finding;
import java.util.List;
import java.util.Locale;

/** What came of a cell. */
public sealed interface Verdict {

  /** What was seen and should be looked at, whatever the verdict. */
  default List<Finding> findings() {
    return List.of();
  }

  /** In which ways the cell is not as expected. */
  default List<Mismatch> mismatches() {
    return List.of();
  }

  /** What it rests on. */
  default Proof proof() {
    return Proof.NOTHING;
  }

  /** Why, in words; empty for a cell that passed. */
  String reason();

  /** The verdict's name in lower case, as {@code matrix.json} has it. */
  default String word() {
    return getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** Everything expected was seen, everything unwanted shown not to have come. */
  record Passed(Proof proof, List<Finding> findings) implements Verdict {
    public Passed {
      findings = List.copyOf(findings);
    }

    @Override
    public String reason() {
      return "";
    }
  }

  /** The plugin. */
  record Failed(String reason, List<Mismatch> mismatches, Proof proof, List<Finding> findings)
      implements Verdict {
    public Failed {
      mismatches = List.copyOf(mismatches);
      findings = List.copyOf(findings);
    }
  }

  /** Ours, or the device's. */
  record Broken(String reason, List<Finding> findings) implements Verdict {
    public Broken {
      findings = List.copyOf(findings);
    }
  }

  /** There is no such device, SDK or call here. */
  record Skipped(String reason) implements Verdict {}

  /** A known red, with the reason that plugin.yaml gives. */
  record Waived(String reason, List<Mismatch> mismatches, Proof proof, List<Finding> findings)
      implements Verdict {
    public Waived {
      mismatches = List.copyOf(mismatches);
      findings = List.copyOf(findings);
    }
  }

  /** Declared by the plugin, and shown to be silent. */
  record Unsupported(String reason, Proof proof) implements Verdict {}
}
