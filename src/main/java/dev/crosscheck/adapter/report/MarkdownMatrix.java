package dev.crosscheck.adapter.report;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.DeviceModeEvidence;
import dev.crosscheck.matrix.FailureText;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.SuiteReport;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.verdict.Verdict;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** One matrix as Markdown: totals, a table for each plugin, then every cell that is not green. */
final class MarkdownMatrix {
  /** GitHub takes 1 MiB for a job's summary; what is over that would be dropped as a whole. */
  private static final int LONGEST = 900_000;

  /** Of a cell whose scenario is a table of them. */
  private static final int MOST_ROWS = 20;

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final Matrix matrix;
  private final Map<CellId, CellResult> results = new LinkedHashMap<>();
  private final StringBuilder out = new StringBuilder();

  MarkdownMatrix(Matrix matrix) {
    this.matrix = matrix;
    matrix.cells().forEach(cell -> results.put(cell.cell(), cell));
  }

  String text() {
    head();
    matrix.plugins().forEach(this::table);
    devices();
    findings();
    cells("Not green", List.of("failed", "broken"));
    cells("Waived", List.of("waived"));
    return out.toString();
  }

  private void head() {
    out.append("# Crosscheck: ").append(totals()).append("\n\n");
    int open = matrix.planned() - matrix.cells().size();
    if (matrix.run().interrupted()) {
      out.append("**Interrupted:** the run was stopped before its end.\n\n");
    } else if (open > 0) {
      out.append("**Running:** ").append(open).append(" cells are still to come.\n\n");
    }
    List<String> facts = new ArrayList<>();
    facts.add(TIME.format(matrix.run().startedAt()));
    facts.add(Words.seconds(matrix.run().duration()));
    facts.add("Crosscheck " + Markdown.line(matrix.run().version()));
    facts.add(Markdown.line(matrix.run().mode()));
    matrix
        .run()
        .commit()
        .ifPresent(
            commit ->
                facts.add(Markdown.code(commit) + (matrix.run().dirty() ? " + changes" : "")));
    matrix.run().ci().ifPresent(ci -> facts.add(Markdown.line(ci)));
    out.append(String.join(" · ", facts)).append("\n\n");
    suite(SuiteReport.of(matrix));
  }

  private void suite(SuiteReport suite) {
    out.append(suite.full() ? "**A full suite:** " : "**Not yet a full suite:** ");
    out.append(Markdown.line(suite.full() ? suite.rule() : String.join("; ", suite.missing())));
    out.append("\n\n");
  }

  private String totals() {
    String counts =
        matrix.summary().entrySet().stream()
            .filter(entry -> entry.getValue() > 0)
            .map(entry -> entry.getValue() + " " + entry.getKey())
            .collect(Collectors.joining(", "));
    return counts.isEmpty() ? "no cell yet" : counts;
  }

  private void table(PluginRow row) {
    out.append("## ").append(Markdown.line(row.plugin().name())).append("\n\n");
    out.append("| scenario |");
    matrix.devices().forEach(device -> out.append(' ').append(head(device)).append(" |"));
    out.append("\n|---|").append(":-:|".repeat(matrix.devices().size())).append('\n');
    for (Scenario scenario : matrix.scenarios()) {
      if (isFor(row.plugin(), scenario)) {
        out.append("| ").append(Markdown.line(scenario.title())).append(" |");
        for (DeviceColumn device : matrix.devices()) {
          CellId id = new CellId(row.plugin().id(), device.spec().id(), scenario.id());
          out.append(' ').append(mark(results.get(id))).append(" |");
        }
        out.append('\n');
      }
    }
    out.append('\n');
    deviceMode(row);
  }

  private static String head(DeviceColumn device) {
    String id = Markdown.line(device.spec().id());
    return device.notClosed().isPresent() ? id + " (not closed)" : id;
  }

  /** Its own, or one for every plugin that was run for this one. */
  private boolean isFor(Plugin plugin, Scenario scenario) {
    return scenario.id().startsWith(plugin.id() + "/")
        || matrix.devices().stream()
            .map(device -> new CellId(plugin.id(), device.spec().id(), scenario.id()))
            .anyMatch(results::containsKey);
  }

  /** Segment asks why a plugin should run on the device at all. */
  private void deviceMode(PluginRow row) {
    if (row.deviceMode().isEmpty()) {
      return;
    }
    out.append("<details><summary>Why on the device</summary>\n\n");
    for (DeviceModeEvidence seen : row.deviceMode()) {
      out.append("- ").append(seen.sign().kind().spoken()).append(": ");
      out.append(Markdown.line(seen.sign().words())).append(" (");
      out.append(Markdown.line(String.join(", ", seen.devices()))).append(")\n");
    }
    out.append("\n</details>\n\n");
  }

  private static String mark(@org.jspecify.annotations.Nullable CellResult result) {
    if (result == null) {
      return "·";
    }
    String again = result.isFlaky() ? " ↻" : "";
    String presence = result.verdict().proof().presenceOnly() ? " ¹" : "";
    return Words.symbol(result.verdict()) + presence + again;
  }

  private void devices() {
    out.append("<details><summary>Symbols and devices</summary>\n\n");
    out.append(Words.legend())
        .append("; ↻ at the second attempt; ¹ came, but no property was compared\n\n");
    matrix.devices().forEach(this::device);
    out.append("\n</details>\n\n");
  }

  private void device(DeviceColumn device) {
    List<String> facts = new ArrayList<>();
    device
        .facts()
        .ifPresent(
            known -> facts.add(known.name() + ", " + known.sdk() + " " + known.sdkVersion()));
    device
        .reason()
        .ifPresent(
            reason ->
                facts.add(
                    "not available: "
                        + reason
                        + device.remedy().map(r -> " (" + r + ")").orElse("")));
    device.notClosed().ifPresent(why -> facts.add("not closed: " + why));
    out.append("- ").append(Markdown.code(device.spec().id())).append(": ");
    out.append(Markdown.line(String.join("; ", facts))).append('\n');
  }

  private void findings() {
    if (!matrix.findings().isEmpty()) {
      out.append("## Warnings\n\n");
      matrix.findings().forEach(f -> out.append(Markdown.block(f.toString())).append('\n'));
    }
  }

  private void cells(String title, List<String> verdicts) {
    List<CellResult> cells =
        matrix.cells().stream().filter(c -> verdicts.contains(c.verdict().word())).toList();
    if (cells.isEmpty()) {
      return;
    }
    out.append("## ").append(title).append("\n\n");
    int told = 0;
    for (CellResult cell : cells) {
      String text = cell(cell);
      if (out.length() + text.length() > LONGEST) {
        out.append(cells.size() - told).append(" more: see index.html\n");
        return;
      }
      out.append(text);
      told++;
    }
  }

  private static String cell(CellResult cell) {
    Verdict verdict = cell.verdict();
    StringBuilder text = new StringBuilder();
    text.append("### ").append(Words.symbol(verdict)).append(' ');
    text.append(Markdown.line(cell.cell().toString())).append("\n\n");
    text.append(Markdown.line(cell.title())).append("\n\n");
    List<String> blocks = new ArrayList<>();
    if (verdict.mismatches().isEmpty() || verdict instanceof Verdict.Waived) {
      blocks.add(verdict.reason());
    }
    String evidence = cell.stored().map(stored -> "reports/" + stored.har()).orElse("");
    blocks.addAll(FailureText.blocks(cell, evidence, MOST_ROWS));
    blocks.forEach(block -> text.append(Markdown.block(block)).append('\n'));
    return text.toString();
  }
}
