package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Network;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What a recording answers just now, and on what network. */
final class Conditions {
  private final Map<Network.Slow, SlowLink> up = new ConcurrentHashMap<>();
  private final Map<Network.Slow, SlowLink> down = new ConcurrentHashMap<>();
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

  /** What all requests share that are as slow as those to the host; empty where they are not. */
  Optional<SlowLink> up(String host) {
    return link(up, host);
  }

  /** What all answers share that are as slow as those of the host; empty where they are not. */
  Optional<SlowLink> down(String host) {
    return link(down, host);
  }

  private Optional<SlowLink> link(Map<Network.Slow, SlowLink> links, String host) {
    return answers.network(host) instanceof Network.Slow slow && slow.bytesPerSecond() > 0
        ? Optional.of(links.computeIfAbsent(slow, s -> new SlowLink(s.bytesPerSecond())))
        : Optional.empty();
  }
}
