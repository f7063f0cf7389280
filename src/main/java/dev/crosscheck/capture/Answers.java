package dev.crosscheck.capture;

/**
 * What a recording answers. Must be quick, must not block and must not throw; it is asked on the
 * recorder's own threads.
 */
public interface Answers {
  Answer to(HttpRequest request);

  /**
   * How a host is reached while these answers hold.
   *
   * @param host in lower case; empty for a connection that has not said where it goes
   */
  default Network network(String host) {
    return Network.ONLINE;
  }
}
