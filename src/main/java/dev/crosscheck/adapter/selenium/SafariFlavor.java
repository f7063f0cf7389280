package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.SystemProxy;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Safari by Apple's driver, on this Mac or on a simulator. It refuses a proxy of its own, so the
 * whole Mac is led to it, which leads its simulators too.
 *
 * @param simulator the udid of one that runs
 */
record SafariFlavor(SystemProxy proxy, Optional<String> simulator) implements ClassicFlavor {
  /**
   * A session that its driver does not end itself stays paired with Safari, which takes no other.
   */
  private static final Duration FAREWELL = Duration.ofSeconds(4);

  /** On a simulator that has just been booted it takes its time. */
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  @Override
  public String product() {
    return "Safari";
  }

  @Override
  public ObjectNode newSession(BrowserSpec spec, ProxyAddress via) {
    ObjectNode wanted =
        ClassicFlavor.usual()
            .put("browserName", "Safari")
            .put("platformName", simulator.isPresent() ? "iOS" : "macOS");
    simulator.ifPresent(
        udid -> wanted.put("safari:useSimulator", true).put("safari:deviceUDID", udid));
    return ClassicFlavor.asked(wanted);
  }

  /** Mobile Safari's window fills the screen. */
  @Override
  public Optional<ObjectNode> window() {
    return simulator.isPresent() ? Optional.empty() : ClassicFlavor.super.window();
  }

  @Override
  public SystemProxy.Led lead(ProxyAddress via) {
    return proxy.lead(via);
  }

  /** Nobody says so of Apple's driver. */
  @Override
  public boolean answersBeside() {
    return false;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public Duration farewell() {
    return FAREWELL;
  }
}
