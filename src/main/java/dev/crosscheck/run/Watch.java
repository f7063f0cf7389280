package dev.crosscheck.run;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.capture.StillSending;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Session;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.MadeCalls;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.verdict.OpenClaims;
import dev.crosscheck.verdict.View;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Waits for what should come, and reads what is to be observed. */
record Watch(
    PlannedCell cell,
    Session session,
    Recording recording,
    Supplier<Set<String>> sentinels,
    MadeCalls calls,
    Supplier<Deadline> limit) {

  /** How long a page may change unseen while nothing comes over the wire. */
  private static final Duration GLANCE = Duration.ofMillis(100);

  /** Waits until every open claim holds, or the deadline passes; then says what is observed. */
  List<Observation> awaitOpen(List<Expectation> expectations, int from) {
    Deadline by = limit.get();
    awaitTraffic(expectations, from, by);
    List<Observation> observations = observe(expectations);
    while (!observations.isEmpty() && !by.passed() && !met(expectations, from, observations)) {
      int seen = recording.soFar().size();
      recording.await(capture -> capture.size() > seen, by.orIn(GLANCE));
      observations = observe(expectations);
    }
    return observations;
  }

  /** Waits for the claims that traffic alone decides. */
  boolean awaitTraffic(List<Expectation> expectations, int from, Deadline by) {
    List<Expectation> onWire =
        expectations.stream().filter(e -> OpenClaims.probes(List.of(e)).isEmpty()).toList();
    return recording.await(capture -> met(onWire, capture, from, List.of()), by);
  }

  /**
   * Waits until the partner was asked once, or for as long as the step says; then, for plugins keep
   * calls back for a while, as long again until it was asked as often as that.
   */
  void awaitAsked(Step.PartnerAsked step, int from, InstantSource clock) {
    boolean asked =
        recording.await(capture -> asked(capture, from) >= 1, Deadline.in(step.within(), clock));
    if (asked) {
      recording.await(
          capture -> asked(capture, from) >= step.times(), Deadline.in(step.within(), clock));
    }
  }

  private long asked(Capture capture, int from) {
    return capture.exchanges().stream()
        .skip(from)
        .map(Exchange::request)
        .filter(request -> cell.plugin().partyOf(request.host()) == Party.PARTNER)
        .filter(request -> !request.isPreflight())
        .count();
  }

  /**
   * Waits for quiet before an app is ended, or may be: what an SDK was told in just this moment it
   * may have written down nowhere yet, and a system ends apps that have been quiet. One that never
   * is, is ended all the same.
   */
  void awaitQuiet() {
    try {
      recording.settle(cell.plugin().partner().settle(), unrest(), limit.get());
    } catch (StillSending neverQuiet) {
      return;
    }
  }

  private Unrest unrest() {
    return new Unrest(cell.plugin(), cell.device().platform(), cell.device().leadsItsMachine());
  }

  List<Observation> observe(List<Expectation> expectations) {
    return OpenClaims.probes(expectations).stream()
        .map(probe -> session.observe(probe, limit.get()))
        .toList();
  }

  boolean met(List<Expectation> expectations, int from, List<Observation> observations) {
    return met(expectations, recording.soFar(), from, observations);
  }

  private boolean met(
      List<Expectation> expectations, Capture capture, int from, List<Observation> observations) {
    View view = View.of(cell.plugin(), cell.device().platform(), capture, sentinels.get(), calls);
    return OpenClaims.met(expectations, view, from, observations);
  }
}
