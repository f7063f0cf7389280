package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Columns;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.cli.terminal.Picture;
import dev.crosscheck.cli.terminal.TerminalSize;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A run while it goes on: a row for each device, and how far all of it has come. Safe for threads.
 */
final class RunTable implements Picture {
  private static final int WIDEST_NAME = 24;
  private static final String GAP = "  ";

  private final InstantSource clock;
  private final Instant start;
  private final int planned;
  private final boolean onePlugin;
  private final Map<String, DeviceRow> rows = new LinkedHashMap<>();
  private boolean stopping;

  RunTable(Plan plan, InstantSource clock) {
    this.clock = clock;
    this.start = plan.run().startedAt();
    this.planned = plan.cells().size();
    this.onePlugin = plan.plugins().size() == 1;
    for (Plan.PlannedCell cell : plan.cells()) {
      rows.computeIfAbsent(cell.device().id(), DeviceRow::new).planned();
    }
  }

  synchronized void started(CellId cell) {
    row(cell).started(cell, clock.instant());
  }

  synchronized void finished(CellResult result) {
    row(result.cell()).finished(result);
  }

  /** The run is ending early. */
  synchronized void stopping() {
    stopping = true;
  }

  @Override
  public synchronized List<Line> lines(TerminalSize size) {
    Instant now = clock.instant();
    List<String> verdicts = Matrix.VERDICTS.stream().filter(this::isShown).toList();
    List<DeviceRow> shown = thatFit(size.rows() - 4);
    int name = Math.min(WIDEST_NAME, widest(shown));
    int done = Math.max(4, shown.stream().mapToInt(row -> row.done().length()).max().orElse(0));
    List<Line> lines = new ArrayList<>();
    lines.add(head(name, done, verdicts));
    for (DeviceRow row : shown) {
      Line line = Line.of(Columns.fitted(row.device(), name) + GAP + right(row.done(), done));
      for (String verdict : verdicts) {
        int count = row.count(verdict);
        String text = right(count == 0 ? "" : String.valueOf(count), verdict.length());
        line = line.and(GAP).and(VerdictInk.of(verdict), text);
      }
      String underWay = row.underWay(now, size.columns() - 1 - line.columns() - 2, onePlugin);
      lines.add(underWay.isEmpty() ? line : line.and(GAP).and(Ink.FAINT, underWay));
    }
    if (shown.size() < rows.size()) {
      lines.add(Line.of(Ink.FAINT, "and " + Count.of(rows.size() - shown.size(), "device")));
    }
    lines.add(total(now));
    return lines;
  }

  /** Devices that still have something to do come first where there is no room for all. */
  private List<DeviceRow> thatFit(int room) {
    if (rows.size() <= room) {
      return List.copyOf(rows.values());
    }
    List<DeviceRow> open = new ArrayList<>();
    List<DeviceRow> over = new ArrayList<>();
    rows.values().forEach(row -> (row.isOver() ? over : open).add(row));
    open.addAll(over);
    return open.subList(0, Math.max(1, room));
  }

  private static Line head(int name, int done, List<String> verdicts) {
    StringBuilder text = new StringBuilder(Columns.fitted("", name) + GAP + right("done", done));
    verdicts.forEach(verdict -> text.append(GAP).append(verdict));
    return Line.of(Ink.FAINT, text + GAP + "under way");
  }

  private Line total(Instant now) {
    int done = rows.values().stream().mapToInt(DeviceRow::finished).sum();
    int running = rows.values().stream().mapToInt(DeviceRow::running).sum();
    String what = running == 0 && done == 0 ? "getting ready" : running + " under way";
    return Line.of(done + " of " + Count.of(planned, "cell"))
        .and(Ink.FAINT, ", " + what + ", " + new Elapsed(Duration.between(start, now)))
        .and(Ink.WARNING, stopping ? ", stopping" : "");
  }

  /** Red ones always, so that a column of its own does not have to appear for them. */
  private boolean isShown(String verdict) {
    return verdict.equals("passed")
        || verdict.equals("failed")
        || rows.values().stream().anyMatch(row -> row.count(verdict) > 0);
  }

  private DeviceRow row(CellId cell) {
    return rows.computeIfAbsent(cell.device(), DeviceRow::new);
  }

  private static int widest(List<DeviceRow> rows) {
    return rows.stream().mapToInt(row -> Columns.of(row.device())).max().orElse(0);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }
}
