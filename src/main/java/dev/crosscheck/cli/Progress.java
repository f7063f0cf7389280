package dev.crosscheck.cli;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.RunListener;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Shows a run while it goes on. On a terminal the status line moves and only cells that did not
 * pass leave a line; elsewhere every cell does.
 */
final class Progress implements RunListener {
  private final Screen screen;
  private final Set<CellId> running = new LinkedHashSet<>();
  private int planned;
  private Map<String, Integer> counts = Map.of();
  private int done;

  Progress(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void planned(Plan plan) {
    planned = plan.cells().size();
    plan.findings().stream()
        .map(Finding::toString)
        .forEach(warning -> Line.each(Ink.WARNING, warning).forEach(screen::line));
    plan.devices().stream()
        .filter(device -> !device.isAvailable())
        .forEach(device -> screen.line(missing(device)));
    screen.line(
        Line.of(
            Count.of(planned, "cell")
                + ": "
                + Count.of(plan.plugins().size(), "plugin")
                + ", "
                + Count.of(plan.scenarios().size(), "scenario")
                + ", "
                + Count.of(plan.devices().size(), "device")));
    screen.status(status());
  }

  @Override
  public void started(CellId cell) {
    running.add(cell);
    screen.status(status());
  }

  @Override
  public void finished(CellResult result, Matrix soFar) {
    running.remove(result.cell());
    counts = soFar.summary();
    done = soFar.cells().size();
    boolean quiet = result.verdict() instanceof Verdict.Passed && !result.isFlaky();
    if (!screen.isLive() || !quiet) {
      screen.line(told(result));
    }
    for (Finding finding : result.verdict().findings()) {
      Line.each(Ink.WARNING, finding.toString()).forEach(line -> screen.line(indented(line)));
    }
    screen.status(status());
  }

  @Override
  public void ended(Matrix matrix) {
    screen.clear();
  }

  private Line status() {
    Line line = Line.of(done + "/" + planned + " cells");
    for (Map.Entry<String, Integer> count : counts.entrySet()) {
      if (count.getValue() > 0) {
        line = line.and(", " + count.getValue() + " " + count.getKey());
      }
    }
    List<CellId> now = new ArrayList<>(running);
    if (!now.isEmpty()) {
      String more = now.size() > 1 ? " and " + (now.size() - 1) + " more" : "";
      line = line.and(Ink.FAINT, "  " + now.get(0).device() + " · " + now.get(0).scenario() + more);
    }
    return line;
  }

  private static Line missing(DeviceColumn device) {
    return Line.of(
        Ink.WARNING,
        device.spec().id()
            + " is not available: "
            + device.reason().orElse("")
            + device.remedy().map(remedy -> " (" + remedy + ")").orElse(""));
  }

  /** {@code failed chromium · mixpanel · mixpanel/revenue 1.2 s no matching event}. */
  private static Line told(CellResult result) {
    Verdict verdict = result.verdict();
    Line line =
        Line.of(Ink.of(verdict), String.format("%-11s", verdict.word()))
            .and("  " + result.cell())
            .and(Ink.FAINT, "  " + new Elapsed(result.duration()));
    if (!verdict.reason().isEmpty()) {
      line = line.and("  " + verdict.reason());
    }
    if (verdict instanceof Verdict.Passed passed && passed.proof().presenceOnly()) {
      line = line.and("  presence only");
    }
    return result.isFlaky() ? line.and("  at attempt " + result.attempts()) : line;
  }

  private static Line indented(Line line) {
    List<Line.Span> spans = new ArrayList<>(List.of(new Line.Span(Ink.PLAIN, "  ")));
    spans.addAll(line.spans());
    return new Line(spans);
  }
}
