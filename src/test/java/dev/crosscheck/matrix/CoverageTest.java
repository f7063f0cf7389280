package dev.crosscheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class CoverageTest {
  private static final SourceLocation AT = Samples.AT;
  private static final Verdict PASSED =
      new Verdict.Passed(new Proof(Proof.Kind.SEALED, "", false), List.of());

  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<CellResult> cells = new ArrayList<>();

  @Test
  void hasEveryCallAndEverySemanticEvent() {
    assertThat(Coverage.entries()).hasSize(6 + 79);
    assertThat(coverage().open()).hasSize(6 + 79);
  }

  @Test
  void aPassedRowShowsItsEvent() {
    table(PASSED, row("Order Completed", Times.exactly(1), "passed"));

    assertThat(mark("Order Completed")).isEqualTo(Coverage.Mark.SHOWN);
    assertThat(mark("track")).isEqualTo(Coverage.Mark.SHOWN);
    assertThat(mark("Order Refunded")).isEqualTo(Coverage.Mark.OPEN);
    assertThat(mark("identify")).isEqualTo(Coverage.Mark.OPEN);
  }

  @Test
  void rowsTellEachOfTheirOwn() {
    table(
        PASSED,
        row("Order Completed", Times.exactly(1), "failed"),
        row("Order Refunded", Times.exactly(1), "waived"),
        row("Order Updated", Times.NEVER, "unsupported"),
        row("Order Cancelled", Times.exactly(1), "skipped"),
        row("Product Viewed", Times.NEVER, "passed"));

    assertThat(mark("Order Completed")).isEqualTo(Coverage.Mark.RED);
    assertThat(mark("Order Refunded")).isEqualTo(Coverage.Mark.WAIVED);
    assertThat(mark("Order Updated")).isEqualTo(Coverage.Mark.UNSUPPORTED);
    assertThat(mark("Order Cancelled")).isEqualTo(Coverage.Mark.IMPOSSIBLE);
    assertThat(mark("Product Viewed")).isEqualTo(Coverage.Mark.OPEN);
  }

  @Test
  void whatOneShowsCountsThoughAnotherWasSkipped() {
    table(PASSED, row("Order Completed", Times.exactly(1), "passed"));
    table(new Verdict.Skipped("x"), untold("Order Completed"));

    assertThat(mark("Order Completed")).isEqualTo(Coverage.Mark.SHOWN);
  }

  @Test
  void aBrokenCellTellsTheSameOfAllItsRows() {
    table(new Verdict.Broken("x", List.of()), untold("Order Completed"));

    assertThat(mark("Order Completed")).isEqualTo(Coverage.Mark.RED);
  }

  private Coverage.Mark mark(String name) {
    return coverage().marks().entrySet().stream()
        .filter(entry -> entry.getKey().name().equals(name))
        .findFirst()
        .orElseThrow()
        .getValue();
  }

  private Coverage coverage() {
    DeviceColumn device =
        new DeviceColumn(Samples.CHROMIUM, Optional.empty(), Optional.empty(), Optional.empty());
    Matrix matrix =
        new Matrix(
            FakeRun.facts(),
            List.of(PluginRow.planned(Samples.plugin())),
            List.of(device),
            scenarios,
            cells,
            cells.size(),
            new Suite(List.of()),
            List.of());
    return Coverage.of(matrix, Samples.plugin(), device);
  }

  /** A row that makes one track. */
  private record Told(String event, Times times, Optional<String> verdict) {}

  private static Told row(String event, Times times, String verdict) {
    return new Told(event, times, Optional.of(verdict));
  }

  /** One of which the cell says nothing. */
  private static Told untold(String event) {
    return new Told(event, Times.exactly(1), Optional.empty());
  }

  private void table(Verdict verdict, Told... told) {
    String id = "partner/table-" + scenarios.size();
    List<Step> steps = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    List<RowVerdict> verdicts = new ArrayList<>();
    for (Told one : told) {
      Step.Track call =
          new Step.Track(AT, one.event(), JsonNodeFactory.instance.objectNode(), CallOptions.NONE);
      rows.add(
          new Row(
              AT,
              one.event(),
              Optional.empty(),
              steps.size(),
              1,
              List.of(new Expectation.Arrival(AT, one.times(), List.of(call))),
              List.of(),
              Row.Standing.ASKED));
      steps.add(call);
      one.verdict()
          .ifPresent(
              word ->
                  verdicts.add(new RowVerdict(one.event(), Optional.empty(), word, "", List.of())));
    }
    scenarios.add(
        new Scenario(
            id,
            id,
            AT,
            "0",
            "",
            Given.NOTHING,
            steps,
            List.of(),
            List.of(),
            Optional.empty(),
            rows));
    cells.add(
        new CellResult(
            new CellId("partner", Samples.CHROMIUM.id(), id),
            id,
            verdict,
            verdicts,
            Duration.ZERO,
            1,
            Optional.empty()));
  }
}
