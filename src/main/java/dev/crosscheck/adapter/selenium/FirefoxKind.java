package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Firefox, by the WebDriver BiDi that it serves itself. */
final class FirefoxKind implements BrowserKind {
  private final EndpointProvider endpoints;
  private final InstantSource clock;

  FirefoxKind(EndpointProvider endpoints, InstantSource clock) {
    this.endpoints = endpoints;
    this.clock = clock;
  }

  @Override
  public BrowserSpec.Browser browser() {
    return BrowserSpec.Browser.FIREFOX;
  }

  @Override
  public List<Program> programs() {
    return List.of(Program.FIREFOX);
  }

  @Override
  public Device start(BrowserSpec spec, TrustAnchor trust, Deadline by, Consumer<Device> whenClosed)
      throws Shortage {
    Endpoint endpoint = endpoints.endpoint(spec);
    try {
      BidiBrowser browser = Firefox.open(endpoint, () -> endpoints.release(endpoint), by);
      DeviceFacts facts = Firefox.begin(browser, trust, by).of(spec, browser, by);
      return new BidiDevice(browser, facts, Optional.empty(), clock, whenClosed);
    } catch (RuntimeException e) {
      endpoints.release(endpoint);
      throw e;
    }
  }
}
