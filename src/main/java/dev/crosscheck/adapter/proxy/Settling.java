package dev.crosscheck.adapter.proxy;

import dev.crosscheck.adapter.proxy.Traffic.State;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.StillSending;
import java.time.Duration;
import java.util.function.Predicate;

/**
 * How a recording becomes still, and how it is sealed in that same moment.
 *
 * @param counts the exchanges that count
 */
record Settling(Ledger ledger, Loops loops, Duration quiet, Predicate<Exchange> counts) {
  private static final String SEALED = "the recording was sealed before the answer";
  private static final Duration LONGEST_BEHIND = Duration.ofSeconds(5);
  private static final Duration LONGEST_WAIT = Duration.ofHours(1);

  Capture settle(Deadline by) throws StillSending {
    return await(by, false);
  }

  /** Ends the ledger with no moment between its being still and its end. */
  Capture seal(Deadline by) throws StillSending {
    return await(by, true);
  }

  private Capture await(Deadline by, boolean ending) throws StillSending {
    long since = ledger.now();
    while (true) {
      Traffic traffic = ledger.traffic();
      if (traffic.state() == State.SEALED) {
        return traffic.capture();
      } else if (traffic.state() == State.CLOSED) {
        throw new StillSending("the recording was closed before it was quiet");
      }
      Stillness now = stillness(traffic, since);
      if (!now.reached()) {
        long left = nanosLeft(by);
        if (left == 0) {
          throw new StillSending(now.why());
        }
        ledger.awaitNewerThan(traffic.version(), Math.min(now.left(), left));
      } else if (!loops.catchUp(LONGEST_BEHIND)) {
        throw new StillSending("the recorder is too far behind to say that nothing came");
      } else {
        traffic = ledger.traffic();
        // what does not count may go on coming, and must not keep this from ending
        while (!traffic.hasEnded() && stillness(traffic, since).reached()) {
          if (!ending) {
            return traffic.capture();
          } else if (ledger.sealUnlessNewerThan(traffic.version(), SEALED)) {
            return ledger.traffic().capture();
          }
          traffic = ledger.traffic();
        }
      }
    }
  }

  private Stillness stillness(Traffic traffic, long since) {
    return Stillness.of(traffic.happenings(), quiet, counts, since, ledger.now());
  }

  /** What is left, in a form that can be waited for. */
  static long nanosLeft(Deadline by) {
    Duration left = by.left();
    return left.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT.toNanos() : left.toNanos();
  }
}
