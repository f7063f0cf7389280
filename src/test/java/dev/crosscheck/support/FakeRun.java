package dev.crosscheck.support;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Project;
import dev.crosscheck.run.RunListener;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.SettlingPolicy;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.supply.Program;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The real runner over fakes: no browser, no network, no disk. */
public final class FakeRun {
  /** How many cells are under way at once. */
  public static final int PARALLEL = 4;

  private FakeRun() {}

  /** One cell's result. */
  public static CellResult of(
      FakeDevices.Script script, SettlingPolicy settling, Scenario scenario) {
    return matrix(script, settling, List.of(scenario), List.of()).cells().get(0);
  }

  /** One cell's result, for another plugin than the sample. */
  public static CellResult of(
      Plugin plugin, FakeDevices.Script script, SettlingPolicy settling, Scenario scenario) {
    return of(project(plugin, List.of(scenario), Samples.CHROMIUM), script, settling);
  }

  /** One cell's result on embedded Android. */
  public static CellResult onAndroid(
      FakeDevices.Script script, SettlingPolicy settling, Scenario scenario) {
    Plugin plugin = Samples.androidPlugin(Sdk.ANALYTICS_ANDROID);
    return of(project(plugin, List.of(scenario), Samples.ANDROID_JVM), script, settling);
  }

  private static CellResult of(
      Project project, FakeDevices.Script script, SettlingPolicy settling) {
    return matrix(project, script, settling, FakeRun::keep, List.of(), programs -> {})
        .cells()
        .get(0);
  }

  public static Matrix matrix(
      FakeDevices.Script script,
      SettlingPolicy settling,
      List<Scenario> scenarios,
      List<RunListener> listeners) {
    return matrix(script, settling, FakeRun::keep, scenarios, listeners, programs -> {});
  }

  /** With evidence that is kept elsewhere, or cannot be. */
  public static Matrix matrix(
      FakeDevices.Script script,
      SettlingPolicy settling,
      EvidenceStore store,
      List<Scenario> scenarios,
      List<RunListener> listeners) {
    return matrix(script, settling, store, scenarios, listeners, programs -> {});
  }

  /**
   * @param gather hears which programs are wanted
   */
  public static Matrix matrix(
      FakeDevices.Script script,
      SettlingPolicy settling,
      EvidenceStore store,
      List<Scenario> scenarios,
      List<RunListener> listeners,
      Consumer<Set<Program>> gather) {
    return matrix(project(scenarios), script, settling, store, listeners, gather);
  }

  private static Matrix matrix(
      Project project,
      FakeDevices.Script script,
      SettlingPolicy settling,
      EvidenceStore store,
      List<RunListener> listeners,
      Consumer<Set<Program>> gather) {
    FakeRecorder recorder = new FakeRecorder();
    try (FakeDevices devices = new FakeDevices(recorder, script)) {
      Workbench bench =
          new Workbench(
              recorder,
              List.of(devices),
              gather,
              deployer(),
              store,
              (stored, verdict) -> {},
              settling,
              InstantSource.system(),
              PARALLEL,
              Workbench.USUAL_DEADLINE);
      Plan plan = Planner.plan(project, Filter.EVERYTHING, facts(), List.of(devices));
      return new Runner(bench, listeners).run(plan);
    }
  }

  /** Deploys pages that answer 200 to everything. */
  public static Deployer deployer() {
    return new FakeDeployer();
  }

  public static RunFacts facts() {
    return new RunFacts(
        "run",
        Instant.now(),
        Duration.ZERO,
        "test",
        Optional.empty(),
        false,
        "hermetic",
        Optional.empty(),
        false);
  }

  public static Project project(List<Scenario> scenarios) {
    return project(Samples.plugin(), scenarios, Samples.CHROMIUM);
  }

  private static Project project(Plugin plugin, List<Scenario> scenarios, DeviceSpec device) {
    return new Project(
        List.of(plugin),
        Map.of("partner", scenarios),
        List.of(device),
        new Suite(List.of()),
        List.of());
  }

  /** Whether the page that a script runs on has the plugin switched on. */
  public static boolean isEnabled(FakeDevices.Wire wire) {
    return page(wire).given().enabled();
  }

  /** Whether nothing was asked of the user, or something has been said by the first step. */
  public static boolean isAnswered(FakeDevices.Wire wire) {
    return page(wire).given().consent().stream().allMatch(asked -> asked.said().isPresent());
  }

  public static boolean hasPlugin(FakeDevices.Wire wire) {
    return page(wire).withPlugin();
  }

  private static Page page(FakeDevices.Wire wire) {
    return (Page) wire.deployment().answers();
  }

  /** Keeps evidence as it is, nowhere. */
  public static EvidenceStore.Stored keep(Evidence evidence, Optional<Body> screenshot) {
    return new EvidenceStore.Stored(evidence, () -> evidence, "cells/x", screenshot.isPresent());
  }

  /** Answers 200 to everything but /never, and knows what it was made for. */
  private record Page(Given given, boolean withPlugin) implements Answers {
    @Override
    public Answer to(dev.crosscheck.capture.HttpRequest request) {
      return request.path().equals("/never")
          ? new Answer.Never()
          : Answer.of(200, "application/json", Body.of("{}"));
    }
  }

  private static final class FakeDeployer implements Deployer {
    @Override
    public Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin) {
      return new Deployment.WebPage("https://page.test", "/", new Page(given, withPlugin));
    }

    @Override
    public Facts facts(Plugin plugin, DeviceSpec device) {
      return new Facts("00", Map.of(), "analytics-next", "1");
    }
  }
}
