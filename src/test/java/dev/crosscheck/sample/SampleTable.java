package dev.crosscheck.sample;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.run.Plan;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.verdict.Judgement;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tools.jackson.databind.node.JsonNodeFactory;

/** A made-up table of rows, with a row of every verdict and one that is hostile. */
final class SampleTable {
  static final String SLUG = "every-row";

  private static final String HOSTILE = "<img src=x onerror=\"document.title='pwned'\"> \u001b[31m";
  private static final String SPEC = "https://segment.com/docs/connections/spec/ecommerce/v2/";
  private static final List<String> NAMES =
      List.of(
          "an order arrives once",
          "revenue goes as a number",
          "a screen is told",
          "lists are united",
          "refunds",
          HOSTILE);

  private SampleTable() {}

  static Scenario scenario(Plugin plugin) {
    String file = "scenarios/" + plugin.id() + "/" + SLUG + ".yaml";
    StringBuilder text =
        new StringBuilder("scenario: a table of behaviours\nsteps:\n  - identify: u-42\nrows:\n");
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step.Identify(
            new SourceLocation(file, 3, 5),
            Optional.of("u-42"),
            JsonNodeFactory.instance.objectNode(),
            CallOptions.NONE));
    List<Row> rows = new ArrayList<>();
    for (String name : NAMES) {
      int line = 5 + 4 * rows.size();
      text.append("  - row: %s\n    steps: [track: Order Completed]\n".formatted(name));
      text.append("    expect:\n      - arrives: once\n");
      rows.add(row(name, new SourceLocation(file, line, 5), steps.size()));
      steps.add(
          new Step.Track(
              new SourceLocation(file, line + 1, 13),
              "Order Completed",
              JsonNodeFactory.instance.objectNode(),
              CallOptions.NONE));
    }
    return new Scenario(
        plugin.id() + "/" + SLUG,
        "a table of behaviours",
        new SourceLocation(file, 1, 1),
        "5e0f".repeat(16),
        text.toString(),
        Given.NOTHING,
        steps,
        List.of(),
        List.of(),
        Optional.empty(),
        rows);
  }

  private static Row row(String name, SourceLocation at, int first) {
    return new Row(at, name, see(name), first, 1, List.of(), List.of(), Row.Standing.ASKED);
  }

  private static Optional<String> see(String name) {
    return name.equals(NAMES.get(0)) || name.equals(NAMES.get(1))
        ? Optional.of(SPEC)
        : name.equals(HOSTILE)
            ? Optional.of("javascript:document.title='pwned'")
            : Optional.empty();
  }

  /** Red on one device, green on another. */
  static Judgement judgement(Plan.PlannedCell cell, Verdict passed) {
    boolean red = cell.device().id().equals("chromium");
    String file = cell.scenario().at().file();
    List<RowVerdict> rows = new ArrayList<>();
    rows.add(told(0, "passed", ""));
    Mismatch revenue = revenue(new SourceLocation(file, 12, 9));
    String alone = "; alone it passes: it fails only after '" + NAMES.get(0) + "'";
    rows.add(
        red
            ? told(1, "failed", revenue.what() + ": " + revenue.actual() + alone, revenue)
            : told(1, "passed", ""));
    rows.add(told(2, "skipped", "analytics-next has no screen"));
    Mismatch lists =
        new Mismatch(
            "lists", Optional.empty(), "both", "one", Optional.empty(), OptionalInt.empty());
    rows.add(told(3, red ? "waived" : "passed", red ? "known (since 2026-10-01)" : "", lists));
    rows.add(told(4, "unsupported", "plugin.yaml does not declare 'refunds'"));
    Mismatch hostile =
        new Mismatch(
            "</script><script>alert(2)</script>",
            Optional.of(new SourceLocation(file, 28, 9)),
            "<b>bold</b>",
            "\u001b[2J",
            Optional.empty(),
            OptionalInt.empty());
    rows.add(
        red
            ? told(5, "failed", hostile.what() + ": " + hostile.actual(), hostile)
            : told(5, "passed", ""));
    if (!red) {
      return new Judgement(passed, rows);
    }
    List<Mismatch> all = List.of(revenue.in(NAMES.get(1)), hostile.in(NAMES.get(5)));
    String reason = all.get(0).what() + ": " + revenue.actual() + " (and 1 more)";
    return new Judgement(new Verdict.Failed(reason, all, passed.proof(), List.of()), rows);
  }

  /** The red row that passes alone was tried alone. */
  static Evidence withAlone(Evidence evidence, Plan.PlannedCell cell) {
    Scenario table = cell.scenario();
    Scenario one = table.alone(table.rows().get(1));
    Plan.PlannedCell alone =
        new Plan.PlannedCell(cell.id(), cell.plugin(), one, cell.device(), Optional.empty());
    Verdict passed = new Verdict.Passed(Proof.NOTHING, List.of());
    return evidence.withAlone(List.of(SampleEvidence.of(alone, one, passed, 1)));
  }

  private static Mismatch revenue(SourceLocation at) {
    return new Mismatch(
        "'track Order Completed' arrived without its properties.revenue",
        Optional.of(at),
        "properties.revenue = 4711.25",
        "revenue = \"4711.25\"",
        Optional.of("exchange 7 of 10, POST api-js.acme.example/track/"),
        OptionalInt.of(6));
  }

  private static RowVerdict told(int row, String verdict, String reason, Mismatch... mismatches) {
    String name = NAMES.get(row);
    List<Mismatch> own = verdict.equals("passed") ? List.of() : List.of(mismatches);
    return new RowVerdict(name, see(name), verdict, reason, own);
  }
}
