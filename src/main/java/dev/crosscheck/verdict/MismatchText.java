package dev.crosscheck.verdict;

import java.util.ArrayList;
import java.util.List;

/** A mismatch as a reader gets it: what, expected, actual, nearest, evidence, in this order. */
public final class MismatchText {
  private MismatchText() {}

  /**
   * Several lines, without one at the end.
   *
   * @param device the device's id
   * @param evidence where the capture is, such as {@code reports/cells/…/capture.har}
   */
  public static String of(Mismatch mismatch, String device, String evidence) {
    List<String> lines = new ArrayList<>();
    String at = mismatch.at().map(place -> " (expectation at " + place + ")").orElse("");
    lines.add(mismatch.what() + " on " + device + at);
    lines.add("  expected: " + mismatch.expected());
    lines.add("  actual:   " + mismatch.actual());
    mismatch.nearest().ifPresent(nearest -> lines.add("  nearest:  " + nearest));
    lines.add("  evidence: " + evidence);
    return String.join("\n", lines);
  }
}
