package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;

/** One user of the app. Steps go to it as links; what it shows tells what the SDK took. */
final class AppSession implements Session {
  /** How long a call that the SDK may hold is waited for. */
  private static final Duration QUEUED = Duration.ofMillis(100);

  private final ChildJvm jvm;
  private final Deployment.AndroidApp app;
  private final InstantSource clock;
  private final Runnable whenClosed;
  private final AppWatch watch;
  private final Set<Integer> queued = new LinkedHashSet<>();
  private boolean held;
  private int steps;

  /** Begins to start the app, whose process has booted. */
  AppSession(ChildJvm jvm, Deployment.AndroidApp app, InstantSource clock, Runnable whenClosed) {
    this.jvm = jvm;
    this.app = app;
    this.clock = clock;
    this.whenClosed = whenClosed;
    this.held = app.late().isPresent();
    this.watch = new AppWatch(jvm, clock);
    jvm.heardBy(watch);
    watch.told(jvm.ask("link", AppSteps.start(app)));
  }

  @Override
  public void ready(Deadline by) throws StepNotTaken {
    app.late().ifPresent(settings -> settings.complete(null));
    held = false;
    String what = "load the plugin";
    watch.await(what, now -> now.isReady() || now.failure().isPresent(), by);
    if (watch.now().failure().isPresent()) {
      throw new StepNotTaken("'" + what + "' was not taken: " + watch.now().failure().get());
    }
  }

  @Override
  public Acknowledgement perform(Step.OnDevice step, Deadline by) throws StepNotTaken {
    int number = steps++;
    String what = step.describe();
    if (step instanceof Step.Call call) {
      return taken(number, what, AppSteps.call(number, call), by);
    } else if (step instanceof Step.Push push) {
      if (push.moment() == Step.Push.Moment.OPENED) {
        commanded(what, by, "foreground");
      }
      return taken(number, what, AppSteps.push(number, push), by);
    } else if (step instanceof Step.Opt opt) {
      return taken(number, what, AppSteps.opt(number, opt), by);
    } else if (step instanceof Step.Flush) {
      return taken(number, what, AppSteps.plain(number, "flush"), by);
    } else if (step instanceof Step.Reset) {
      return taken(number, what, AppSteps.plain(number, "reset"), by);
    } else if (step instanceof Step.Ready) {
      ready(by);
    } else if (step instanceof Step.Relaunch) {
      relaunch(what, by);
    } else if (step instanceof Step.Background) {
      commanded(what, by, "background");
    } else if (step instanceof Step.Foreground) {
      commanded(what, by, "foreground");
    } else if (step instanceof Step.DeepLink link) {
      commanded(what, by, "follow", link.url());
    } else if (step instanceof Step.Rotate rotate) {
      commanded(what, by, "rotate", rotate.orientation().name().toLowerCase(Locale.ROOT));
    } else if (step instanceof Step.Permission permission) {
      String verdict = permission.granted() ? "granted" : "denied";
      commanded(what, by, "permission", permission.name(), verdict);
    } else {
      throw new IllegalArgumentException("apps have no step '" + what + "'");
    }
    return new Acknowledgement(
        number, clock.instant(), false, Optional.empty(), Optional.empty(), Optional.empty());
  }

  private Acknowledgement taken(int number, String what, String link, Deadline by)
      throws StepNotTaken {
    watch.told(jvm.ask("link", link));
    watch.await(what, now -> now.hasMade(number), by);
    if (held) {
      watch.await(now -> now.taken(number).isPresent() || now.crash().isPresent(), by.orIn(QUEUED));
      if (watch.now().taken(number).isEmpty() && watch.now().crash().isEmpty()) {
        queued.add(number);
        return acknowledgement(number, true, Optional.empty());
      }
    }
    watch.await(what, now -> now.taken(number).isPresent(), by);
    return acknowledgement(number, false, watch.now().taken(number));
  }

  /** What was queued in memory is gone with the process; what the SDK kept on disk is not. */
  private void relaunch(String what, Deadline by) throws StepNotTaken {
    queued.clear();
    watch.begins();
    commanded(what, by, "relaunch");
    watch.await(what, AppState::isReady, by);
  }

  private void commanded(String what, Deadline by, String verb, String... arguments)
      throws StepNotTaken {
    try {
      Patience.await(CompletableFuture.anyOf(jvm.ask(verb, arguments), watch.crash()), by);
    } catch (TimeoutException e) {
      throw watch.notTaken(what);
    } catch (CommandFailed e) {
      throw new StepNotTaken("'" + what + "' was not taken: " + e.getMessage());
    }
    if (watch.now().crash().isPresent()) {
      throw watch.notTaken(what);
    }
  }

  @Override
  public List<Acknowledgement> acknowledged(Deadline by) throws StepNotTaken {
    List<Acknowledgement> late = new ArrayList<>();
    for (int number : List.copyOf(queued)) {
      watch.await("take what was queued", now -> now.taken(number).isPresent(), by);
      late.add(acknowledgement(number, false, watch.now().taken(number)));
      queued.remove(number);
    }
    return late;
  }

  @Override
  public void online(boolean online, Deadline by) {
    Patience.await("connectivity", jvm.ask("online", String.valueOf(online)), by);
  }

  @Override
  public Observation observe(Probe what, Deadline by) {
    if (what instanceof Probe.Screenshot) {
      String png = Patience.await("a screenshot", jvm.ask("screenshot"), by);
      return new Observation.Screenshot(Body.of(Base64.getDecoder().decode(png)));
    } else if (what instanceof Probe.Console) {
      return watch.console();
    }
    throw new IllegalArgumentException("an app cannot show " + what);
  }

  @Override
  public boolean isAlive() {
    return watch.isAlive();
  }

  @Override
  public void leave(Deadline by) {
    if (watch.now().crash().isEmpty()) {
      Patience.await("leaving the app", jvm.ask("leave"), by);
    }
  }

  @Override
  public void close() {
    if (watch.close()) {
      return;
    }
    app.late().ifPresent(settings -> settings.complete(null));
    whenClosed.run();
  }

  private Acknowledgement acknowledgement(
      int number, boolean queued, Optional<JsonNode> acknowledged) {
    Instant at = clock.instant();
    return new Acknowledgement(
        number,
        at,
        queued,
        text(acknowledged, "messageId"),
        text(acknowledged, "anonymousId"),
        text(acknowledged, "userId"));
  }

  private static Optional<String> text(Optional<JsonNode> node, String field) {
    return node.map(ack -> ack.path(field).asString("")).filter(value -> !value.isEmpty());
  }
}
