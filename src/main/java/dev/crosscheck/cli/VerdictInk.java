package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.verdict.Verdict;

/** The colour of each verdict. */
final class VerdictInk {
  private VerdictInk() {}

  static Ink of(Verdict verdict) {
    return of(verdict.word());
  }

  /**
   * @param word of a verdict, as {@link dev.crosscheck.matrix.Matrix#VERDICTS} has it
   */
  static Ink of(String word) {
    return switch (word) {
      case "passed" -> Ink.GOOD;
      case "failed" -> Ink.BAD;
      case "broken" -> Ink.BROKEN;
      case "waived" -> Ink.WARNING;
      default -> Ink.FAINT;
    };
  }
}
