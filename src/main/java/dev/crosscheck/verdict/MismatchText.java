package dev.crosscheck.verdict;

import dev.crosscheck.capture.Inert;
import java.util.Optional;

/** A mismatch as people read it, always in one order: what, expected, actual, nearest, evidence. */
public final class MismatchText {
  private static final String INDENT = " ".repeat("  expected: ".length());

  private MismatchText() {}

  /**
   * Several lines, harmless to a terminal, without a line feed at the end.
   *
   * @param evidence the file that shows it, as the reader finds it
   */
  public static String of(Mismatch mismatch, String device, Optional<String> evidence) {
    StringBuilder text = new StringBuilder();
    text.append(Inert.line(mismatch.what())).append(" on ").append(Inert.line(device));
    mismatch.at().ifPresent(at -> text.append(" (expectation at ").append(at).append(')'));
    line(text, "expected", mismatch.expected());
    line(text, "actual", mismatch.actual());
    mismatch.nearest().ifPresent(nearest -> line(text, "nearest", nearest));
    evidence.ifPresent(file -> line(text, "evidence", file));
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    String label = "  " + name + ":" + " ".repeat("expected".length() - name.length() + 1);
    text.append('\n').append(label).append(Inert.text(value).replace("\n", "\n" + INDENT));
  }
}
