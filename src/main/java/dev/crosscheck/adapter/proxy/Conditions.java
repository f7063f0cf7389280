package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Network;
import java.time.Duration;

/** What a recording answers just now, and on what network. */
final class Conditions {
  static final String REFUSED = "refused: the network is offline";

  /** Of {@link Network#SLOW}. */
  static final Duration LATENCY = Duration.ofMillis(400);

  private static final int SLOW_BYTES_PER_SECOND = 50_000;

  private final SlowLink up = new SlowLink(SLOW_BYTES_PER_SECOND);
  private final SlowLink down = new SlowLink(SLOW_BYTES_PER_SECOND);
  private volatile Answers answers;

  Conditions(Answers answers) {
    this.answers = answers;
  }

  void change(Answers now) {
    answers = now;
  }

  Answers answers() {
    return answers;
  }

  boolean offline() {
    return answers.network() == Network.OFFLINE;
  }

  boolean slow() {
    return answers.network() == Network.SLOW;
  }

  /** What all of a recording's requests share while the network is slow. */
  SlowLink up() {
    return up;
  }

  /** What all of a recording's answers share while the network is slow. */
  SlowLink down() {
    return down;
  }
}
