package dev.crosscheck.adapter.junit;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.MismatchText;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One plugin's cells as JUnit XML: failed is a failure, broken an error, everything that was not
 * judged is skipped, with its reason.
 */
final class JunitSuite {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private final String plugin;
  private final List<CellResult> cells;
  private final Matrix matrix;
  private final Xml xml = new Xml();

  JunitSuite(String plugin, List<CellResult> cells, Matrix matrix) {
    this.plugin = plugin;
    this.cells = cells;
    this.matrix = matrix;
  }

  byte[] xml() {
    xml.open("testsuites");
    xml.open(
        "testsuite",
        "name",
        plugin,
        "tests",
        String.valueOf(cells.size()),
        "failures",
        count("failed"),
        "errors",
        count("broken"),
        "skipped",
        count("skipped", "waived", "unsupported"),
        "time",
        seconds(cells.stream().map(CellResult::duration).reduce(Duration.ZERO, Duration::plus)),
        "timestamp",
        TIME.format(matrix.run().startedAt()));
    cells.forEach(this::testCase);
    xml.close("testsuite");
    xml.close("testsuites");
    return xml.bytes();
  }

  private void testCase(CellResult cell) {
    SourceLocation place = place(cell);
    xml.open(
        "testcase",
        "name",
        cell.cell().toString(),
        "classname",
        "crosscheck." + cell.cell().plugin() + "." + cell.cell().device(),
        "time",
        seconds(cell.duration()),
        "file",
        place.file(),
        "line",
        String.valueOf(Math.max(1, place.line())));
    Verdict verdict = cell.verdict();
    switch (verdict.word()) {
      case "failed" -> problem("failure", verdict, cell);
      case "broken" -> problem("error", verdict, cell);
      case "passed" -> {}
      default -> xml.empty("skipped", "message", verdict.word() + ": " + verdict.reason());
    }
    String said = output(cell);
    if (!said.isEmpty()) {
      xml.text("system-out", said);
    }
    xml.close("testcase");
  }

  private void problem(String element, Verdict verdict, CellResult cell) {
    String text =
        Stream.concat(Stream.of(verdict.reason()), mismatches(cell))
            .collect(Collectors.joining("\n\n"));
    xml.text(element, text, "message", verdict.reason(), "type", verdict.word());
  }

  private static String output(CellResult cell) {
    Verdict verdict = cell.verdict();
    Stream<String> told =
        verdict.proof().words().isEmpty()
            ? Stream.of()
            : Stream.of("proof: " + verdict.proof().kind().word() + ": " + verdict.proof().words());
    Stream<String> waived = verdict instanceof Verdict.Waived ? mismatches(cell) : Stream.of();
    Stream<String> findings = verdict.findings().stream().map(Object::toString);
    Stream<String> attempts =
        cell.attempts() > 1 ? Stream.of("attempts: " + cell.attempts()) : Stream.of();
    Stream<String> evidence = evidence(cell).map(har -> "evidence: " + har).stream();
    return Stream.of(told, waived, findings, attempts, evidence)
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n"));
  }

  private static Stream<String> mismatches(CellResult cell) {
    return cell.verdict().mismatches().stream()
        .map(
            mismatch -> MismatchText.of(mismatch, cell.cell().device(), evidence(cell).orElse("")));
  }

  private static Optional<String> evidence(CellResult cell) {
    return cell.stored().map(stored -> "reports/" + stored.har());
  }

  /** The expectation that was not met, else the scenario. */
  private SourceLocation place(CellResult cell) {
    return cell.verdict().mismatches().stream()
        .map(Mismatch::at)
        .flatMap(Optional::stream)
        .findFirst()
        .or(
            () ->
                matrix.scenarios().stream()
                    .filter(scenario -> scenario.id().equals(cell.cell().scenario()))
                    .map(Scenario::at)
                    .findFirst())
        .orElse(SourceLocation.of(cell.cell().scenario()));
  }

  private String count(String... verdicts) {
    List<String> words = List.of(verdicts);
    return String.valueOf(cells.stream().filter(c -> words.contains(c.verdict().word())).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
