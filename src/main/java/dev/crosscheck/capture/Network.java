package dev.crosscheck.capture;

import java.time.Duration;

/** How a host is reached. */
public sealed interface Network {
  Network ONLINE = new Online();
  Network OFFLINE = new Offline();

  /** As Chromium's “Slow 3G” has it. */
  Network SLOW = new Slow(Duration.ofMillis(400), 50_000);

  /** As fast as it goes. */
  record Online() implements Network {
    @Override
    public String describe() {
      return "online";
    }
  }

  /**
   * Not at all: open connections are closed and new ones refused without a word. Each try is a
   * {@link ConnectionAttempt}, as it is with the next three.
   */
  record Offline() implements Network {
    @Override
    public String describe() {
      return "offline";
    }
  }

  /** Nobody listens at the host. */
  record Refused() implements Network {
    @Override
    public String describe() {
      return "refused";
    }
  }

  /** The host's name is not found. */
  record NoSuchHost() implements Network {
    @Override
    public String describe() {
      return "no such host";
    }
  }

  /** The host breaks every TLS handshake off; what is not encrypted reaches it. */
  record TlsFailure() implements Network {
    @Override
    public String describe() {
      return "tls failure";
    }
  }

  /**
   * @param latency before each answer
   * @param bytesPerSecond each way, shared by all that is as slow; 0 where that is not bounded
   */
  record Slow(Duration latency, long bytesPerSecond) implements Network {
    @Override
    public String describe() {
      return equals(SLOW)
          ? "slow"
          : "slow by "
              + latency.toMillis()
              + " ms"
              + (bytesPerSecond == 0 ? "" : ", " + bytesPerSecond + " B/s");
    }
  }

  static boolean isReached(Network network) {
    return network instanceof Online || network instanceof Slow;
  }

  /** Its name in a few words, as a step tells it. */
  String describe();
}
