package dev.crosscheck.cli;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** A stream that remembers what was printed to it. */
final class Printed {
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final PrintStream stream = new PrintStream(bytes, true, StandardCharsets.UTF_8);

  PrintStream stream() {
    return stream;
  }

  /** What was printed, with escape characters made visible. */
  String text() {
    return bytes.toString(StandardCharsets.UTF_8).replace("\u001b", "<ESC>").replace("\r", "<CR>");
  }
}
