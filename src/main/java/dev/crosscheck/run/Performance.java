package dev.crosscheck.run;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.StepRecord.Kind;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Gate;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A scenario as it is performed: its steps, its windows and its end. */
final class Performance {
  private final Attempt attempt;
  private final Session session;
  private final Recording recording;
  private final Outcome outcome;
  private final Conditions conditions;
  private final Watch watch;
  private final Gate gate;
  private Optional<String> group = Optional.empty();

  /** How much had come when the network or the answers changed last. */
  private int changed;

  Performance(
      Attempt attempt, Session session, Recording recording, Answers usual, Outcome outcome) {
    this.attempt = attempt;
    this.session = session;
    this.recording = recording;
    this.outcome = outcome;
    this.conditions =
        new Conditions(session, recording, usual, attempt.cell().plugin(), this::limit);
    this.watch =
        new Watch(
            attempt.cell(),
            session,
            recording,
            outcome.log()::sentinels,
            attempt.scenario().made(),
            this::limit);
    this.gate = Gate.of(attempt.scenario(), attempt.cell().plugin(), attempt.cell().device().sdk());
  }

  /** Whether the page holds analytics.js back, so that calls can be made before it is up. */
  static boolean startsHeld(List<Step> steps) {
    return steps.stream().anyMatch(Step::startsTheSdk);
  }

  void run() throws StepNotTaken, Unmet {
    if (!startsHeld(attempt.steps())) {
      session.ready(limit());
    }
    int from = 0;
    for (int i = 0; i < attempt.steps().size(); i++) {
      from = perform(i, attempt.steps().get(i), from);
    }
    restore();
    outcome.log().acknowledged(session.acknowledged(limit()));
    end();
  }

  /** Returns where the next window begins. */
  private int perform(int index, Step step, int from) throws StepNotTaken, Unmet {
    outcome.performed().add(step);
    if (step.mayEndTheApp()) {
      watch.awaitQuiet();
    }
    if (step instanceof Step.Expect expect) {
      return window(index, from, expect);
    } else if (step instanceof Step.OnDevice onDevice && !(step instanceof Step.Ready)) {
      performOnDevice(index, onDevice, Kind.SCENARIO, Optional.empty());
      return from;
    }
    int record = outcome.log().begin(index, step.describe(), Kind.SCENARIO, Optional.empty());
    if (step instanceof Step.Ready) {
      session.ready(limit());
      outcome.log().acknowledged(session.acknowledged(limit()));
    } else if (step instanceof Step.OnNetwork onNetwork) {
      conditions.change(onNetwork);
      changed = recording.soFar().size();
    } else if (step instanceof Step.PartnerAsked asked) {
      watch.awaitAsked(asked, changed, attempt.bench().clock());
    } else if (step instanceof Step.WaitUntil wait) {
      waitUntil(wait);
    }
    outcome.log().done(record);
    return from;
  }

  private void performOnDevice(int index, Step.OnDevice step, Kind kind, Optional<String> sentinel)
      throws StepNotTaken {
    int record = outcome.log().begin(index, step.describe(), kind, sentinel);
    outcome.log().performed(record, session.perform(step, limit()));
    if (kind == Kind.SCENARIO && step instanceof Step.Group call) {
      group = Optional.of(call.groupId());
    } else if (step instanceof Step.Reset) {
      group = Optional.empty();
    }
  }

  private void sentinel(Step.Call call, String id) throws StepNotTaken {
    outcome.performed().add(call);
    performOnDevice(-1, call, Kind.SENTINEL, Optional.of(id));
  }

  /** Undoes what the scenario did to network and answers (truth 3a). */
  private void restore() {
    if (!conditions.areUsual()) {
      int record =
          outcome.log().begin(-1, "network and answers restored", Kind.RESTORE, Optional.empty());
      conditions.restore();
      outcome.log().done(record);
    }
  }

  private void waitUntil(Step.WaitUntil wait) throws Unmet {
    Times times = new Times(wait.count(), OptionalInt.empty());
    Expectation wanted =
        new Expectation.Messages(wait.at(), wait.type(), times, false, wait.match());
    if (!watch.awaitTraffic(List.of(wanted), 0, limit())) {
      throw new Unmet(
          "'" + wait.describe() + "' (" + wait.at() + ") was not met within " + seconds());
    }
  }

  private int window(int index, int from, Step.Expect expect) throws StepNotTaken {
    int record = outcome.log().begin(index, expect.describe(), Kind.SCENARIO, Optional.empty());
    List<Observation> observations = watch.awaitOpen(expect.expectations(), from);
    Optional<Settlement> settlement = Optional.empty();
    if (expect.closes()) {
      if (!conditions.isOffline()) {
        outcome.log().acknowledged(session.acknowledged(limit()));
      }
      settlement =
          Optional.of(
              attempt
                  .bench()
                  .settling()
                  .calm(settling(expect.expectations(), gate.isShutBefore(index))));
      observations = watch.observe(expect.expectations());
    }
    int to = recording.soFar().size();
    outcome.windows().add(new Window(index, from, to, observations, settlement));
    outcome.log().done(record);
    return to;
  }

  private void end() throws StepNotTaken {
    List<Expectation> expectations = attempt.scenario().atTheEnd();
    boolean closes = expectations.stream().anyMatch(Expectation::closes);
    attempt.waits().run();
    List<Expectation> due = expectations.stream().filter(e -> !comesByLeaving(e)).toList();
    List<Observation> observations = watch.awaitOpen(due, 0);
    boolean met = watch.met(due, 0, observations);
    Settling settling = settling(expectations, gate.isShutAtTheEnd());
    Optional<Settlement> settlement = Optional.empty();
    // of several rows one that is not met keeps the others from nothing
    if (closes && (met || !attempt.scenario().rows().isEmpty())) {
      settlement = Optional.of(attempt.bench().settling().calm(settling));
      observations = watch.observe(expectations);
    }
    outcome.screenshot(session.observe(new Probe.Screenshot(), limit()));
    if (closes || !met || due.size() < expectations.size()) {
      // What was not met may have been held back until the page is left: leaving tells.
      Settlement sealed =
          attempt.bench().settling().seal(settling, settlement.orElseGet(() -> unmet(settling)));
      sealed.left().ifPresent(outcome::left);
      settlement = closes ? Optional.of(sealed) : Optional.empty();
    }
    outcome
        .windows()
        .add(new Window(Window.FINAL, 0, recording.soFar().size(), observations, settlement));
  }

  private boolean comesByLeaving(Expectation expectation) {
    return ClaimedTypes.comeByLeaving(
        expectation, attempt.cell().plugin(), attempt.cell().device().platform());
  }

  /** Once the app is left, what its lanes held is waited for like anything else. */
  private void awaitForced(List<Expectation> expectations) {
    watch.awaitTraffic(expectations.stream().filter(this::comesByLeaving).toList(), 0, limit());
  }

  private static Settlement unmet(Settling settling) {
    return new Settlement(
        List.of(),
        Optional.empty(),
        settling.quiet(),
        Optional.empty(),
        Optional.empty(),
        Optional.of("what was expected had not come"));
  }

  private Settling settling(List<Expectation> expectations, boolean gateShut) {
    Plugin plugin = attempt.cell().plugin();
    return new Settling(
        plugin,
        attempt.cell().device().platform(),
        attempt.cell().device().leadsItsMachine(),
        session,
        recording,
        ClaimedTypes.of(expectations, plugin),
        group,
        silence(plugin, gateShut),
        () -> awaitForced(expectations),
        this::sentinel,
        this::limit,
        attempt.bench().clock());
  }

  private Optional<Settling.Silence> silence(Plugin plugin, boolean gateShut) {
    if (conditions.isCutOff()) {
      return Optional.of(
          new Settling.Silence(
              attempt.bench().clock().instant(), plugin.partner().settle(), "the network is off"));
    }
    return attempt
        .silence()
        .filter(time -> gateShut)
        .map(time -> new Settling.Silence(outcome.log().lastTaken(), time, "the gate is shut"));
  }

  private Duration deadline() {
    return attempt
        .scenario()
        .deadline()
        .orElseGet(() -> attempt.cell().device().deadline(attempt.bench().deadline()));
  }

  private Deadline limit() {
    return Deadline.in(deadline(), attempt.bench().clock());
  }

  private String seconds() {
    return deadline().toMillis() / 1000.0 + " s";
  }

  /** A {@code wait until} that was not met. */
  static final class Unmet extends Exception {
    private static final long serialVersionUID = 1L;

    Unmet(String message) {
      super(message);
    }
  }
}
