package dev.crosscheck.support;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tools.jackson.databind.node.JsonNodeFactory;

/** A run of one plugin on one browser, put together by hand. */
public final class SampleRun {
  public static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
  public static final Proof SEEN = new Proof(Proof.Kind.SEEN, "", false);

  private final List<PlannedCell> planned = new ArrayList<>();
  private final List<DeviceColumn> devices = new ArrayList<>();
  private final List<CellResult> results = new ArrayList<>();
  private final List<Finding> findings = new ArrayList<>();
  private Duration took = Duration.ofSeconds(41);
  private boolean interrupted;
  private Suite suite = new Suite(List.of());

  public SampleRun() {
    devices.add(column("chromium", Optional.empty(), Optional.empty()));
  }

  public SampleRun without(String device, String reason, String remedy) {
    devices.add(column(device, Optional.of(reason), Optional.of(remedy)));
    return this;
  }

  public SampleRun warns(Finding finding) {
    findings.add(finding);
    return this;
  }

  public SampleRun lasting(Duration time) {
    took = time;
    return this;
  }

  public SampleRun requires(String property, String value) {
    suite = new Suite(List.of(Map.of(property, value)));
    return this;
  }

  public SampleRun interrupted() {
    interrupted = true;
    return this;
  }

  /** A cell that is planned, and not run yet. */
  public SampleRun plans(String scenario) {
    planned.add(
        new PlannedCell(
            id(scenario), plugin(), scenario(scenario), devices.get(0).spec(), Optional.empty()));
    return this;
  }

  public SampleRun passed(String scenario) {
    return with(scenario, new Verdict.Passed(SEEN, List.of()), 1);
  }

  public SampleRun failed(String scenario, Mismatch... mismatches) {
    return with(
        scenario,
        new Verdict.Failed(
            mismatches.length == 0 ? "the bundle threw" : mismatches[0].what(),
            List.of(mismatches),
            SEEN,
            List.of()),
        1);
  }

  /** Of a table of rows that failed, for what these say and for a host that nobody declares. */
  public SampleRun rows(String scenario, RowVerdict... rows) {
    List<Mismatch> all = new ArrayList<>();
    all.add(
        new Mismatch(
            "undeclared host",
            Optional.empty(),
            "none",
            "one",
            Optional.empty(),
            OptionalInt.empty()));
    for (RowVerdict row : rows) {
      row.mismatches().forEach(mismatch -> all.add(mismatch.in(row.row())));
    }
    return with(scenario, new Verdict.Failed("undeclared host", all, SEEN, List.of()), 1, rows);
  }

  public SampleRun broken(String scenario, String reason, RowVerdict... rows) {
    return with(scenario, new Verdict.Broken(reason, List.of()), 2, rows);
  }

  public SampleRun skipped(String scenario, String reason) {
    plans(scenario);
    results.add(
        new CellResult(
            id(scenario),
            "skipped",
            new Verdict.Skipped(reason),
            Duration.ZERO,
            0,
            Optional.empty()));
    return this;
  }

  public SampleRun with(String scenario, Verdict verdict, int attempts, RowVerdict... rows) {
    plans(scenario);
    CellId id = id(scenario);
    Evidence evidence = evidence(id, attempts);
    String folder = "cells/mixpanel/chromium/" + id.slug() + "/attempt-" + attempts;
    results.add(
        new CellResult(
            id,
            scenario(scenario).title(),
            verdict,
            List.of(rows),
            Duration.ofMillis(1234),
            attempts,
            Optional.of(new EvidenceStore.Stored(evidence, () -> evidence, folder, true))));
    return this;
  }

  public Plan plan() {
    return new Plan(
        facts(Duration.ZERO),
        List.of(plugin()),
        planned.stream().map(PlannedCell::scenario).toList(),
        devices,
        planned,
        suite,
        findings);
  }

  public Matrix matrix() {
    return matrix(results.size());
  }

  /** The matrix when this many cells had finished. */
  public Matrix matrix(int finished) {
    return new Matrix(
        facts(took).lasting(took, interrupted),
        List.of(PluginRow.planned(plugin())),
        devices,
        plan().scenarios(),
        results.subList(0, finished),
        planned.size(),
        suite,
        findings);
  }

  public List<CellResult> results() {
    return results;
  }

  public static Mismatch wrongRevenue() {
    return new Mismatch(
        "no matching event",
        Optional.of(new SourceLocation("scenarios/mixpanel/revenue.yaml", 9, 5)),
        "properties.revenue = 25.0",
        "properties.revenue = \"25.0\" (a string)",
        Optional.of("exchange 3 of 5, POST api-js.mixpanel.com/track"),
        OptionalInt.of(3));
  }

  public static CellId id(String scenario) {
    return new CellId("mixpanel", "chromium", "mixpanel/" + scenario);
  }

  private static RunFacts facts(Duration duration) {
    return new RunFacts(
        "1", START, duration, "1.0", Optional.empty(), false, "hermetic", Optional.empty(), false);
  }

  private static DeviceColumn column(String id, Optional<String> reason, Optional<String> remedy) {
    SourceLocation at = new SourceLocation("devices.yaml", 2, 3);
    BrowserSpec spec = new BrowserSpec(id, at, BrowserSpec.Browser.CHROME, true);
    return new DeviceColumn(spec, Optional.empty(), reason, remedy);
  }

  private static Scenario scenario(String slug) {
    SourceLocation at = new SourceLocation("scenarios/mixpanel/" + slug + ".yaml", 1, 1);
    return new Scenario(
        "mixpanel/" + slug,
        slug + " reaches Mixpanel",
        at,
        "00",
        "",
        Given.NOTHING,
        List.of(new Step.Flush(at)),
        List.of(),
        List.of(),
        Optional.empty());
  }

  private static Plugin plugin() {
    JsonNodeFactory json = JsonNodeFactory.instance;
    return new Plugin(
        "Mixpanel",
        "mixpanel",
        SourceLocation.of("scenarios/mixpanel/plugin.yaml"),
        "scenarios/mixpanel",
        "00",
        List.of("token"),
        json.objectNode(),
        Supports.EVERYTHING,
        json.objectNode(),
        List.of(),
        new Partner(List.of(), List.of(), List.of(), List.of(), Partner.USUAL_SETTLE),
        Optional.of(new WebPlugin(WebPlugin.Way.REGISTER, "web/mixpanel.js", List.of())),
        Set.of());
  }

  private static Evidence evidence(CellId id, int attempt) {
    DeviceFacts facts =
        new DeviceFacts(
            "chromium",
            "web",
            "browser",
            "Blink",
            "Chromium 156",
            "156",
            "analytics-next",
            "1",
            false,
            Optional.empty(),
            Map.of(),
            4);
    return new Evidence(
        id,
        attempt,
        scenario(id.slug()),
        plugin(),
        facts,
        START,
        START,
        List.of(),
        List.of(),
        Capture.EMPTY,
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of());
  }
}
