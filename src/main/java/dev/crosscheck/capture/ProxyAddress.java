package dev.crosscheck.capture;

/** Where a device finds a recording, as seen from its {@link Reach}. */
public record ProxyAddress(String host, int port) {
  @Override
  public String toString() {
    return host + ":" + port;
  }
}
