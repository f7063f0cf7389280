package dev.crosscheck.run;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One try at one cell: a recording, a session, the performance, and what is left of it as evidence.
 * Whatever goes wrong on the way becomes trouble in the evidence.
 *
 * @param waits is run once all that is left to do is to wait
 * @param scenario whose expectations hold
 * @param steps those to perform; the scenario's own but for a control
 * @param silence for a cell behind a shut gate: how long it must stay silent
 */
record Attempt(
    Workbench bench,
    PlannedCell cell,
    Runnable waits,
    Scenario scenario,
    List<Step> steps,
    int number,
    Optional<Duration> silence) {
  private static final Logger log = LoggerFactory.getLogger(Attempt.class);

  /** A page in trouble may not answer: a last look at it is bounded. */
  private static final Duration LAST_LOOK = Duration.ofSeconds(3);

  /**
   * What an attempt leaves.
   *
   * @param performed the steps up to the one in which it ended, the run's own included
   */
  record Left(Evidence evidence, Optional<Body> screenshot, List<Step> performed) {
    /** The same with rows that were tried alone. */
    Left withAlone(List<Evidence> alone) {
      return new Left(evidence.withAlone(alone), screenshot, performed);
    }
  }

  Left run(Device device, Deployment deployment) {
    Instant started = bench.clock().instant();
    Deployment page = Performance.startsHeld(steps) ? deployment.held() : deployment;
    try (Recording recording =
        bench.recorder().open(cell.id().toString(), page.answers(), Reach.LOOPBACK)) {
      Outcome outcome = perform(device, page, recording);
      Capture capture = outcome.capture().orElseGet(recording::soFar);
      Optional<Trouble> astray = Astray.of(cell.device(), outcome.log().records(), capture);
      Evidence evidence =
          new Evidence(
              cell.id(),
              number,
              scenario,
              cell.plugin(),
              device.facts(),
              started,
              bench.clock().instant(),
              outcome.log().records(),
              outcome.windows(),
              capture,
              outcome.console(),
              outcome.left(),
              astray.or(outcome::trouble),
              Optional.empty(),
              List.of());
      return new Left(evidence, outcome.screenshot(), outcome.performed());
    }
  }

  /** The one place that catches everything: what is not the plugin's is ours (truth 2). */
  private Outcome perform(Device device, Deployment page, Recording recording) {
    Outcome outcome = new Outcome(bench.clock());
    try (Session session = device.open(page, recording.address())) {
      Performance performance = new Performance(this, session, recording, page.answers(), outcome);
      try {
        performance.run();
      } catch (StepNotTaken e) {
        outcome.trouble(new Trouble(Trouble.Kind.STEP, Trouble.words(e), Optional.empty()));
      } catch (Performance.Unmet e) {
        outcome.trouble(
            session.isAlive() && device.isAlive()
                ? new Trouble(Trouble.Kind.WAIT, Trouble.words(e), Optional.empty())
                : Trouble.harness("the device was lost: " + Trouble.words(e)));
      } catch (RuntimeException e) {
        outcome.trouble(harness(e));
      }
      lastLook(session, outcome);
      // what comes while the session is closed is our doing, and other on every device
      outcome.capture(recording.soFar());
    } catch (RuntimeException e) {
      outcome.trouble(harness(e));
    }
    return outcome;
  }

  private Trouble harness(RuntimeException e) {
    log.debug("{} broke", cell.id(), e);
    return Trouble.harness(Trouble.words(e));
  }

  private void lastLook(Session session, Outcome outcome) {
    try {
      Deadline soon = Deadline.in(LAST_LOOK, bench.clock());
      if (outcome.screenshot().isEmpty()) {
        outcome.screenshot(session.observe(new Probe.Screenshot(), soon));
      }
      if (session.observe(new Probe.Console(), soon) instanceof Observation.Console console) {
        outcome.console(console.lines());
      }
    } catch (RuntimeException e) {
      log.debug("{}: no last look", cell.id(), e);
    }
  }

  /** A control: the same steps on a page without the plugin, with nothing expected. */
  Attempt control(List<Step> performed) {
    List<Step> onlyDone = new ArrayList<>(performed);
    onlyDone.removeIf(step -> step instanceof Step.OnRun);
    return new Attempt(
        bench, cell, waits, scenario.expecting(List.of()), onlyDone, number, Optional.empty());
  }
}
