package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Line;
import java.util.List;

/**
 * What the doctor found, in words.
 *
 * @param healthy every device can be had, and every app for one
 */
record Diagnosis(List<Line> lines, boolean healthy) {
  Diagnosis {
    lines = List.copyOf(lines);
  }
}
