package dev.crosscheck.adapter.junit;

import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.FailureText;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One plugin's cells as JUnit XML: failed is a failure, broken an error, everything that was not
 * judged is skipped, with its reason.
 */
final class JunitSuite {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT).withZone(ZoneOffset.UTC);

  private static final String ATTACHMENT = "[[ATTACHMENT|";
  private static final Pattern ATTACHING =
      Pattern.compile("\\[\\[(ATTACHMENT)", Pattern.CASE_INSENSITIVE);

  private final String plugin;
  private final List<CellResult> cells;
  private final Matrix matrix;
  private final String reports;
  private final Xml xml = new Xml();

  /**
   * @param reports the reports folder as the user would type it
   */
  JunitSuite(String plugin, List<CellResult> cells, Matrix matrix, String reports) {
    this.plugin = plugin;
    this.cells = cells;
    this.matrix = matrix;
    this.reports = reports;
  }

  byte[] xml() {
    String time =
        seconds(cells.stream().map(CellResult::duration).reduce(Duration.ZERO, Duration::plus));
    String tests = String.valueOf(cells.size());
    xml.open(
        "testsuites",
        "name",
        "crosscheck",
        "tests",
        tests,
        "failures",
        count("failed"),
        "errors",
        count("broken"),
        "time",
        time);
    xml.open(
        "testsuite",
        "name",
        plugin,
        "tests",
        tests,
        "failures",
        count("failed"),
        "errors",
        count("broken"),
        "skipped",
        count("skipped", "waived", "unsupported"),
        "time",
        time,
        "timestamp",
        TIME.format(matrix.run().startedAt()));
    cells.forEach(this::testCase);
    xml.close("testsuite");
    xml.close("testsuites");
    return xml.bytes();
  }

  private void testCase(CellResult cell) {
    SourceLocation place = matrix.place(cell);
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

  private String output(CellResult cell) {
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
    Stream<String> said =
        Stream.of(told, waived, findings, attempts, evidence)
            .flatMap(lines -> lines)
            .map(JunitSuite::withoutAttachments);
    return Stream.concat(said, attachment(cell).stream()).collect(Collectors.joining("\n"));
  }

  /** Captured text must not make a CI system publish a file of its machine. */
  private static String withoutAttachments(String text) {
    return ATTACHING.matcher(text).replaceAll("[\\\\u005b$1");
  }

  private Stream<String> mismatches(CellResult cell) {
    return FailureText.blocks(cell, evidence(cell).orElse(""), Integer.MAX_VALUE).stream();
  }

  private Optional<String> evidence(CellResult cell) {
    return cell.stored().map(stored -> reports + "/" + stored.har());
  }

  /** What GitLab, and Jenkins with a plugin, show beside the test case. */
  private Optional<String> attachment(CellResult cell) {
    return cell.stored()
        .filter(EvidenceStore.Stored::screenshot)
        .map(stored -> ATTACHMENT + reports + "/" + stored.folder() + "/screenshot.png]]");
  }

  private String count(String... verdicts) {
    List<String> words = List.of(verdicts);
    return String.valueOf(cells.stream().filter(c -> words.contains(c.verdict().word())).count());
  }

  private static String seconds(Duration time) {
    return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
  }
}
