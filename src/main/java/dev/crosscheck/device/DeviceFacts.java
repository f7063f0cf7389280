package dev.crosscheck.device;

import java.util.Map;
import java.util.Optional;

/**
 * What a device turned out to be.
 *
 * @param id as in devices.yaml
 * @param name product and version: {@code Chromium 156.0.8078.73}
 * @param engine {@code Blink}, {@code Gecko}, {@code WebKit}; empty where there is none
 * @param sdk the Segment SDK it runs, such as {@code analytics-next}
 * @param notClosed why its way out is not closed, as {@link DeviceSpec#notClosed} says; empty where
 *     it is, and in evidence from before this was written down
 * @param details what else a reviewer may ask: user agent, operating system, driver version
 * @param slots how many sessions may wait on it at once
 */
public record DeviceFacts(
    String id,
    String platform,
    String kind,
    String engine,
    String name,
    String version,
    String sdk,
    String sdkVersion,
    boolean emulated,
    Optional<String> notClosed,
    Map<String, String> details,
    int slots) {
  public DeviceFacts {
    details = Map.copyOf(details);
    if (slots < 1) {
      throw new IllegalArgumentException("a device needs a slot: " + slots);
    }
  }

  /**
   * Whether other programs of its machine are led to its recording too: a browser whose way out is
   * not ours.
   */
  public boolean isBesideOthers() {
    return kind.equals("browser") && notClosed.isPresent();
  }

  /** The same, now that the SDK's version is known too. */
  public DeviceFacts running(String version) {
    return new DeviceFacts(
        id,
        platform,
        kind,
        engine,
        name,
        this.version,
        sdk,
        version,
        emulated,
        notClosed,
        details,
        slots);
  }
}
