package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whether nothing is open and nothing new came for long enough.
 *
 * @param left nanoseconds until it may be still, if nothing else comes
 * @param why what keeps it from being still, in words; empty where it is still
 */
record Stillness(long left, String why) {
  private static final int MOST_NAMED = 3;

  /**
   * @param since nothing before this counts as quiet
   * @param now both on the ledger's stopwatch, in nanoseconds
   */
  static Stillness of(
      List<Happening> happenings,
      Duration quiet,
      Predicate<Exchange> counts,
      long since,
      long now) {
    long needed = quiet.toNanos();
    List<String> open = new ArrayList<>();
    long latest = since;
    String last = "";
    for (Happening happening : happenings) {
      boolean later = happening.at() - latest > 0;
      // a scenario's own predicate may be slow, so it is asked only about what matters
      if ((happening.open().isPresent() || later)
          && happening.about().map(counts::test).orElse(true)) {
        happening.open().ifPresent(open::add);
        if (later) {
          latest = happening.at();
          last = happening.name();
        }
      }
    }
    if (!open.isEmpty()) {
      return new Stillness(Long.MAX_VALUE, listed(open));
    }
    long left = latest + needed - now;
    return left <= 0
        ? new Stillness(0, "")
        : new Stillness(left, tooSoon(last, quiet, now - latest));
  }

  boolean reached() {
    return why.isEmpty();
  }

  private static String listed(List<String> open) {
    String named = String.join("; ", open.subList(0, Math.min(open.size(), MOST_NAMED)));
    return open.size() <= MOST_NAMED
        ? named
        : named + "; and " + (open.size() - MOST_NAMED) + " more";
  }

  private static String tooSoon(String last, Duration quiet, long nanosAgo) {
    String wanted = quiet.toMillis() + " ms of quiet are needed";
    return last.isEmpty()
        ? "there was no time for quiet: " + wanted
        : last + " came " + Duration.ofNanos(nanosAgo).toMillis() + " ms ago, and " + wanted;
  }
}
