package dev.crosscheck.mobile;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.device.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Watches over an app: keeps what it shows, logs and dies of, and waits for that to change. */
final class AppWatch implements App.Listener {
  private static final Duration ASKING = Duration.ofSeconds(1);
  private static final int TRACE_LINES = 4;

  private final App app;
  private final InstantSource clock;
  private final List<Observation.Line> log = new ArrayList<>();
  private final Object changes = new Object();
  private final CompletableFuture<String> crash = new CompletableFuture<>();
  private AppState state = AppState.NOTHING;
  private @Nullable DeviceLost lost;
  private boolean closed;

  AppWatch(App app, InstantSource clock) {
    this.app = app;
    this.clock = clock;
  }

  /** A command that fails by itself leaves a trace where waits look. */
  void told(CompletableFuture<?> command) {
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

  private void change(UnaryOperator<AppState> change) {
    synchronized (changes) {
      state = change.apply(state);
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

  /** Forgets what was shown: another process of the app begins. */
  void begins() {
    change(before -> AppState.NOTHING);
  }

  /** What was logged up to now. */
  Observation.Console console() {
    synchronized (changes) {
      return new Observation.Console(log);
    }
  }

  /** Completes with the trace once the app has crashed. */
  CompletableFuture<String> crash() {
    return crash;
  }

  boolean isAlive() {
    synchronized (changes) {
      return lost == null && app.ended().isEmpty();
    }
  }

  /** Ends every wait. Returns whether it has been closed before. */
  boolean close() {
    synchronized (changes) {
      boolean before = closed;
      closed = true;
      changes.notifyAll();
      return before;
    }
  }

  /** What it shows just now. */
  AppState now() {
    synchronized (changes) {
      return state;
    }
  }

  /** Waits until the app shows it, or can show nothing any more. */
  void await(String what, Predicate<AppState> shown, Deadline by) throws StepNotTaken {
    await(what, shown, "", by);
  }

  /**
   * @param silence why an app that runs does not show it; empty where it may itself tell why
   */
  void await(String what, Predicate<AppState> shown, String silence, Deadline by)
      throws StepNotTaken {
    await(now -> shown.test(now) || now.crash().isPresent() || !isAlive(), by);
    if (!shown.test(now())) {
      throwIfLost();
      throw notTaken(what, silence);
    }
  }

  private void throwIfLost() {
    synchronized (changes) {
      DeviceLost gone = lost;
      if (gone != null) {
        throw new DeviceLost(String.valueOf(gone.getMessage()), gone);
      }
      Optional<String> ended = app.ended();
      if (ended.isPresent()) {
        throw new DeviceLost(ended.get());
      }
    }
  }

  /** Waits until the app shows it, or the deadline has passed. */
  void await(Predicate<AppState> until, Deadline by) {
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

  /** Tells why a step was not taken, as far as the app shows it. */
  StepNotTaken notTaken(String what) {
    return notTaken(what, "");
  }

  private StepNotTaken notTaken(String what, String silence) {
    AppState now = now();
    if (now.crash().isPresent()) {
      return new StepNotTaken(
          "'" + what + "' was not taken: the app crashed: " + head(now.crash().get()));
    }
    Optional<String> error =
        now.errors().stream().reduce((earlier, later) -> later).map(AppWatch::head);
    String why =
        silence.isEmpty()
            ? error.map(told -> ": " + told).orElseGet(this::whereabouts)
            : ": " + silence + error.map(told -> "; the app's last error: " + told).orElse("");
    return new StepNotTaken("'" + what + "' was not acknowledged in time" + why);
  }

  /** What the main thread is busy with, where that is the plugin's or a library's code. */
  private String whereabouts() {
    try {
      String stack = Waiting.await(app.whereabouts(), Deadline.in(ASKING, clock));
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
}
