package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceLost;
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
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** One user of the app. Steps go to it as links; what it shows tells what the SDK took. */
final class AppSession implements Session, ChildJvm.Listener {
  /** How long a call that the SDK may hold is waited for. */
  private static final Duration QUEUED = Duration.ofMillis(100);

  private static final Duration ASKING = Duration.ofSeconds(1);
  private static final int TRACE_LINES = 4;

  private final ChildJvm jvm;
  private final Deployment.AndroidApp app;
  private final InstantSource clock;
  private final Runnable whenClosed;
  private final List<Observation.Line> log = new ArrayList<>();
  private final Set<Integer> queued = new LinkedHashSet<>();
  private final Object changes = new Object();
  private final CompletableFuture<String> crash = new CompletableFuture<>();
  private AppState state = AppState.NOTHING;
  private @Nullable DeviceLost lost;
  private boolean held;
  private boolean closed;
  private int steps;

  /** Begins to start the app, whose process has booted. */
  AppSession(ChildJvm jvm, Deployment.AndroidApp app, InstantSource clock, Runnable whenClosed) {
    this.jvm = jvm;
    this.app = app;
    this.clock = clock;
    this.whenClosed = whenClosed;
    this.held = app.late().isPresent();
    jvm.heardBy(this);
    told(jvm.ask("link", AppSteps.start(app)));
  }

  /** A command that fails by itself leaves a trace where waits look. */
  private void told(CompletableFuture<String> command) {
    command.whenComplete(
        (done, failure) -> {
          if (failure instanceof DeviceLost gone) {
            lose(gone);
          } else if (failure != null) {
            change(state -> state.crashed(String.valueOf(failure.getMessage())));
          }
        });
  }

  private void lose(DeviceLost gone) {
    synchronized (changes) {
      lost = gone;
      changes.notifyAll();
    }
  }

  private interface Change {
    AppState of(AppState before);
  }

  private void change(Change change) {
    synchronized (changes) {
      state = change.of(state);
      changes.notifyAll();
    }
  }

  @Override
  public void shows(String text) {
    change(before -> before.showing(text));
  }

  @Override
  public void logged(String level, String tag, String text) {
    synchronized (changes) {
      log.add(new Observation.Line(clock.instant(), level, text, tag, false));
    }
  }

  @Override
  public void crashed(String trace) {
    synchronized (changes) {
      log.add(new Observation.Line(clock.instant(), "error", trace, "crash", true));
      state = state.crashed(trace);
      changes.notifyAll();
    }
    crash.complete(trace);
  }

  @Override
  public void ready(Deadline by) throws StepNotTaken {
    app.late().ifPresent(settings -> settings.complete(null));
    held = false;
    String what = "load the plugin";
    await(what, now -> now.isReady() || now.failure().isPresent(), by);
    if (now().failure().isPresent()) {
      throw new StepNotTaken("'" + what + "' was not taken: " + now().failure().get());
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
    told(jvm.ask("link", link));
    if (held) {
      await(now -> now.taken(number).isPresent() || now.crash().isPresent(), by.orIn(QUEUED));
      if (now().taken(number).isEmpty() && now().crash().isEmpty()) {
        queued.add(number);
        return acknowledgement(number, true, Optional.empty());
      }
    }
    await(what, now -> now.taken(number).isPresent(), by);
    return acknowledgement(number, false, now().taken(number));
  }

  /** What was queued in memory is gone with the process; what the SDK kept on disk is not. */
  private void relaunch(String what, Deadline by) throws StepNotTaken {
    queued.clear();
    change(before -> AppState.NOTHING);
    commanded(what, by, "relaunch");
    await(what, AppState::isReady, by);
  }

  private void commanded(String what, Deadline by, String verb, String... arguments)
      throws StepNotTaken {
    try {
      Patience.await(CompletableFuture.anyOf(jvm.ask(verb, arguments), crash), by);
    } catch (TimeoutException e) {
      throw notTaken(what);
    } catch (CommandFailed e) {
      throw new StepNotTaken("'" + what + "' was not taken: " + e.getMessage());
    }
    if (now().crash().isPresent()) {
      throw notTaken(what);
    }
  }

  @Override
  public List<Acknowledgement> acknowledged(Deadline by) throws StepNotTaken {
    List<Acknowledgement> late = new ArrayList<>();
    for (int number : List.copyOf(queued)) {
      await("take what was queued", now -> now.taken(number).isPresent(), by);
      late.add(acknowledgement(number, false, now().taken(number)));
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
      synchronized (changes) {
        return new Observation.Console(log);
      }
    }
    throw new IllegalArgumentException("an app cannot show " + what);
  }

  @Override
  public boolean isAlive() {
    synchronized (changes) {
      return lost == null && jvm.isAlive();
    }
  }

  @Override
  public void leave(Deadline by) {
    if (now().crash().isEmpty()) {
      Patience.await("leaving the app", jvm.ask("leave"), by);
    }
  }

  @Override
  public void close() {
    synchronized (changes) {
      if (closed) {
        return;
      }
      closed = true;
      changes.notifyAll();
    }
    app.late().ifPresent(settings -> settings.complete(null));
    whenClosed.run();
  }

  private AppState now() {
    synchronized (changes) {
      return state;
    }
  }

  /** Waits until the app shows it, or can show nothing any more. */
  private void await(String what, Predicate<AppState> shown, Deadline by) throws StepNotTaken {
    await(now -> shown.test(now) || now.crash().isPresent() || !isAlive(), by);
    if (!shown.test(now())) {
      throwIfLost();
      throw notTaken(what);
    }
  }

  private void throwIfLost() {
    synchronized (changes) {
      DeviceLost gone = lost;
      if (gone != null) {
        throw new DeviceLost(String.valueOf(gone.getMessage()), gone);
      } else if (!jvm.isAlive()) {
        throw new DeviceLost("the JVM for Android has ended");
      }
    }
  }

  private void await(Predicate<AppState> until, Deadline by) {
    synchronized (changes) {
      while (!until.test(state) && !by.passed() && !closed) {
        try {
          changes.wait(Math.max(1, Math.min(by.left().toMillis(), ASKING.toMillis())));
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new CancellationException("interrupted while waiting for the app");
        }
      }
      if (closed) {
        throw new CancellationException("the session was closed");
      }
    }
  }

  private StepNotTaken notTaken(String what) {
    AppState now = now();
    if (now.crash().isPresent()) {
      return new StepNotTaken(
          "'" + what + "' was not taken: the app crashed: " + head(now.crash().get()));
    }
    String why =
        now.errors().isEmpty()
            ? whereabouts()
            : ": " + head(now.errors().get(now.errors().size() - 1));
    return new StepNotTaken("'" + what + "' was not acknowledged in time" + why);
  }

  /** What the main thread is busy with, where that is the plugin's or a library's code. */
  private String whereabouts() {
    try {
      String stack = Patience.await(jvm.ask("where"), Deadline.in(ASKING, clock));
      return StackTrace.busy(stack)
          .map(frame -> ": the app's main thread is busy in " + frame)
          .orElse("");
    } catch (TimeoutException | RuntimeException e) {
      return "";
    }
  }

  private static String head(String trace) {
    return StackTrace.head(trace, TRACE_LINES);
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
