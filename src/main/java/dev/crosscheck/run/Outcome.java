package dev.crosscheck.run;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Step;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gathers what a performance leaves, so that nothing of it is lost when the performance ends early.
 */
final class Outcome {
  private final StepLog log;
  private final List<Window> windows = new ArrayList<>();
  private final List<Step> performed = new ArrayList<>();
  private List<Observation.Line> console = List.of();
  private Optional<Body> screenshot = Optional.empty();
  private Optional<Instant> left = Optional.empty();
  private Optional<Trouble> trouble = Optional.empty();
  private Optional<Capture> capture = Optional.empty();

  Outcome(InstantSource clock) {
    log = new StepLog(clock);
  }

  StepLog log() {
    return log;
  }

  List<Window> windows() {
    return windows;
  }

  /** The steps that were begun. */
  List<Step> performed() {
    return performed;
  }

  List<Observation.Line> console() {
    return console;
  }

  void console(List<Observation.Line> lines) {
    console = lines;
  }

  Optional<Body> screenshot() {
    return screenshot;
  }

  void screenshot(Observation seen) {
    if (seen instanceof Observation.Screenshot shot) {
      screenshot = Optional.of(shot.png());
    }
  }

  Optional<Instant> left() {
    return left;
  }

  void left(Instant when) {
    left = Optional.of(when);
  }

  /** All that came until the session was closed; empty where none was opened. */
  Optional<Capture> capture() {
    return capture;
  }

  void capture(Capture whole) {
    capture = Optional.of(whole);
  }

  Optional<Trouble> trouble() {
    return trouble;
  }

  /** The first trouble is the one that is told. */
  void trouble(Trouble what) {
    trouble = trouble.or(() -> Optional.of(what));
  }
}
