package dev.crosscheck.verdict;

import dev.crosscheck.capture.Inert;

/** A mismatch as a reader gets it: what, expected, actual, nearest, evidence, in this order. */
public final class MismatchText {
  private static final String INDENT = " ".repeat("  expected: ".length());

  private MismatchText() {}

  /**
   * Several lines, without one at the end, harmless to a terminal.
   *
   * @param device the device's id
   * @param evidence where the capture is, such as {@code reports/cells/…/capture.har}; empty if
   *     there is none
   */
  public static String of(Mismatch mismatch, String device, String evidence) {
    StringBuilder text = new StringBuilder();
    text.append(Inert.line(mismatch.what())).append(" on ").append(Inert.line(device));
    mismatch.at().ifPresent(at -> text.append(" (expectation at ").append(at).append(')'));
    line(text, "expected", mismatch.expected());
    line(text, "actual", mismatch.actual());
    mismatch.nearest().ifPresent(nearest -> line(text, "nearest", nearest));
    if (!evidence.isEmpty()) {
      line(text, "evidence", evidence);
    }
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    String label = "  " + name + ":" + " ".repeat("expected".length() - name.length() + 1);
    text.append('\n').append(label).append(Inert.text(value).replace("\n", "\n" + INDENT));
  }
}
