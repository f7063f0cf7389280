package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;

/** Lays checkups out in columns: name, yes or no, programs with their versions, where they are. */
final class CheckupTable {
  private final List<Checkup> checkups;
  private final int name;
  private final int left;

  CheckupTable(List<Checkup> checkups) {
    this.checkups = checkups;
    this.name = widest(checkups, checkup -> checkup.name().length());
    this.left =
        widest(
            checkups.stream().flatMap(checkup -> checkup.remarks().stream()).toList(),
            remark -> remark.right().isEmpty() ? 0 : remark.left().length());
  }

  List<Line> lines() {
    List<Line> lines = new ArrayList<>();
    for (Checkup checkup : checkups) {
      Line line =
          Line.of("  " + pad(checkup.name(), name) + (name == 0 ? "" : "  "))
              .and(checkup.available() ? Ink.GOOD : Ink.BAD, checkup.available() ? "yes" : "no ");
      if (checkup.remarks().isEmpty()) {
        lines.add(line);
      }
      for (Checkup.Remark remark : checkup.remarks()) {
        lines.add(with(remark, line));
        line = Line.of(" ".repeat(2 + name + (name == 0 ? 0 : 2) + 3));
      }
    }
    return lines;
  }

  private Line with(Checkup.Remark remark, Line line) {
    return remark.right().isEmpty()
        ? line.and(remark.ink(), "  " + remark.left())
        : line.and("  " + pad(remark.left(), left)).and(remark.ink(), "  " + remark.right());
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }

  private static <T> int widest(List<T> all, ToIntFunction<T> width) {
    return all.stream().mapToInt(width).max().orElse(0);
  }
}
