package dev.crosscheck.adapter.supply;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Tells the user what is being fetched, before and after. */
final class Announcer {
  private final Consumer<String> lines;
  private final InstantSource clock;

  Announcer(Consumer<String> lines, InstantSource clock) {
    this.lines = lines;
    this.clock = clock;
  }

  void say(String line) {
    lines.accept(line);
  }

  /** Something slow begins. Not {@linkplain Work#done done} by its close, it has failed. */
  Work begin(String what) {
    lines.accept(what + " …");
    return new Work(what, clock.instant());
  }

  /** Something slow, under way. */
  final class Work implements AutoCloseable {
    private final String what;
    private final Instant since;
    private boolean done;

    private Work(String what, Instant since) {
      this.what = what;
      this.since = since;
    }

    void done(String outcome) {
      done = true;
      lines.accept(outcome + " in " + seconds());
    }

    @Override
    public void close() {
      if (!done) {
        lines.accept(what + ": failed after " + seconds());
      }
    }

    private String seconds() {
      double seconds = Duration.between(since, clock.instant()).toMillis() / 1000.0;
      return String.format(Locale.ROOT, "%.1f s", seconds);
    }
  }
}
