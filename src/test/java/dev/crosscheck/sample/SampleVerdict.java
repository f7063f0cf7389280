package dev.crosscheck.sample;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.run.Plan;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.NotClosed;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The verdict of a made-up cell. */
final class SampleVerdict {
  private SampleVerdict() {}

  static Verdict of(Plan.PlannedCell cell, int i) {
    Proof sealed =
        proof(
            cell,
            Proof.Kind.SEALED,
            "sentinels on lanes event, profile after 212 ms; quiet for 1500 ms; left; quiet for 1500 ms");
    boolean strict = cell.device().id().equals("chromium-strict");
    SourceLocation at = new SourceLocation(cell.scenario().at().file(), 9, 5);
    Mismatch revenue =
        new Mismatch(
            "no matching event",
            Optional.of(at),
            "properties.revenue = 25.0",
            "properties.revenue = \"25.0\" (a string)",
            Optional.of("exchange 7 of 10, POST api-js.mixpanel.com/track/"),
            OptionalInt.of(6));
    return switch (cell.scenario().slug()) {
      case "identify-dates" ->
          new Verdict.Failed("no matching event", List.of(revenue), sealed, List.of());
      case "page-off" ->
          strict
              ? new Verdict.Failed(
                  "2 expectations were not met",
                  List.of(
                      new Mismatch(
                          "an event that must not come",
                          Optional.of(at),
                          "no event",
                          "2 events",
                          Optional.empty(),
                          OptionalInt.of(6)),
                      new Mismatch(
                          "undeclared host",
                          Optional.empty(),
                          "only hosts that plugin.yaml declares",
                          "POST metrics.undeclared.example/collect, with\n  email = \"jane@example.com\"",
                          Optional.empty(),
                          OptionalInt.of(9))),
                  sealed,
                  List.of())
              : new Verdict.Passed(sealed, List.of());
      case "increments" ->
          new Verdict.Unsupported("plugin.yaml does not declare 'increments'", sealed);
      case "array-union" ->
          new Verdict.Waived(
              "known: the partner's SDK replaces lists since 2.80 (since 2026-10-01)",
              List.of(revenue),
              sealed,
              List.of());
      case "offline" ->
          strict
              ? new Verdict.Broken("chromedriver went away while the page was loading", List.of())
              : new Verdict.Passed(sealed, List.of());
      case "disabled" ->
          new Verdict.Passed(
              proof(
                  cell,
                  Proof.Kind.TWIN,
                  "the twin spoke on event, profile; silent for 636 ms, three times its longest lag; sealed"),
              List.of());
      case "alias" ->
          new Verdict.Passed(
              proof(cell, Proof.Kind.SEEN, "2 messages"),
              List.of(
                  Finding.warning(
                      "NeedlessWaiver",
                      at,
                      "the waiver of 'alias' is not needed",
                      "take it out of plugin.yaml")));
      case "hostile" ->
          new Verdict.Failed(
              "<b>hostile</b> \u001b[31m",
              List.of(
                  new Mismatch(
                      "</script><script>alert(1)</script>",
                      Optional.of(at),
                      "a `tick` | a pipe\nand ``` a fence",
                      "]]> & \"quotes\" \ud800 \u001b[2J",
                      Optional.of("<img src=x>"),
                      OptionalInt.of(6))),
              sealed,
              List.of());
      default ->
          strict && cell.scenario().calls().isEmpty()
              ? new Verdict.Skipped("analytics-next has no screen")
              : new Verdict.Passed(sealed, List.of());
    };
  }

  private static Proof proof(Plan.PlannedCell cell, Proof.Kind kind, String words) {
    Optional<String> limit = NotClosed.unclaimed(SampleEvidence.facts(cell.device()));
    return new Proof(
        kind, words + limit.map(text -> "; " + text).orElse(""), kind == Proof.Kind.SEEN);
  }
}
