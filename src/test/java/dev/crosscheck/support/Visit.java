package dev.crosscheck.support;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Predicate;

/** One session with its recording, and waits that are long enough for a busy machine. */
public final class Visit implements AutoCloseable {
  private final Recording recording;
  private final Session session;
  private final Duration patience;

  private Visit(Recording recording, Session session, Duration patience) {
    this.recording = recording;
    this.session = session;
    this.patience = patience;
  }

  public static Visit open(Recorder recorder, Device device, Deployment deployment) {
    return open(recorder, device, deployment, deployment.answers());
  }

  /** With other answers than the deployment's own. */
  public static Visit open(
      Recorder recorder, Device device, Deployment deployment, Answers answers) {
    Recording recording = recorder.open("a visit", answers, Reach.LOOPBACK);
    try {
      Session session = device.open(deployment, recording.address());
      return new Visit(recording, session, patience(device.facts().kind()));
    } catch (RuntimeException e) {
      recording.close();
      throw e;
    }
  }

  /** What a step on such a device is given in a run. */
  private static Duration patience(String kind) {
    return switch (kind) {
      case "emulator", "simulator", "real" -> Duration.ofSeconds(60);
      case "jvm" -> Duration.ofSeconds(20);
      default -> Duration.ofSeconds(15);
    };
  }

  public static Deadline soon() {
    return in(Duration.ofSeconds(15));
  }

  public static Deadline in(Duration time) {
    return Deadline.in(time, InstantSource.system());
  }

  public Session session() {
    return session;
  }

  public Recording recording() {
    return recording;
  }

  public Visit ready() throws StepNotTaken {
    session.ready(in(patience));
    return this;
  }

  public Acknowledgement perform(Step step) throws StepNotTaken {
    return session.perform((Step.OnDevice) step, in(patience));
  }

  @SuppressWarnings("unchecked")
  public <T extends Observation> T observe(Probe probe) {
    return (T) session.observe(probe, in(patience));
  }

  /** The console, once a line that begins so is in it: lines come on their own way. */
  public List<Observation.Line> linesUntil(String start) {
    Deadline by = in(patience);
    List<Observation.Line> lines = List.of();
    while (!by.passed() && lines.stream().noneMatch(line -> line.text().startsWith(start))) {
      lines = this.<Observation.Console>observe(new Probe.Console()).lines();
    }
    return lines;
  }

  /** The requests to this address, in order; {@code POST api.partner.test/track}. */
  public List<Exchange> sent(String name) {
    return matching(recording.soFar(), name);
  }

  /** The first request to this address, waited for. */
  public Exchange awaited(String name) {
    return awaited(name, 1).get(0);
  }

  public List<Exchange> awaited(String name, int count) {
    Predicate<Capture> there = capture -> matching(capture, name).size() >= count;
    if (!recording.await(there, in(patience))) {
      throw new AssertionError("no " + count + " × '" + name + "' among " + names());
    }
    return sent(name);
  }

  public List<String> names() {
    return recording.soFar().exchanges().stream().map(Exchange::name).toList();
  }

  @Override
  public void close() {
    session.close();
    recording.close();
  }

  private static List<Exchange> matching(Capture capture, String name) {
    return capture.exchanges().stream().filter(exchange -> exchange.name().equals(name)).toList();
  }
}
