package dev.crosscheck.adapter.archive;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.device.Observation;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** {@code console.log}: a device's console for people, harmless to a terminal. */
final class ConsoleLog {
  private ConsoleLog() {}

  static byte[] write(List<Observation.Line> lines) {
    return lines.stream()
        .map(ConsoleLog::line)
        .collect(Collectors.joining())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String line(Observation.Line line) {
    String level = (line.thrown() ? "uncaught " : "") + line.level().toLowerCase(Locale.ROOT);
    String text = Inert.text(line.text()).replace("\n", "\n    ");
    String source = line.source().isEmpty() ? "" : " (" + Inert.line(line.source()) + ")";
    return line.at() + " " + Inert.line(level) + " " + text + source + "\n";
  }
}
