package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Chromium, or a browser made of it, by its driver. */
final class ChromiumKind implements BrowserKind {
  private final ChromiumBrand brand;
  private final Supply supply;
  private final EndpointProvider endpoints;
  private final InstantSource clock;

  ChromiumKind(
      ChromiumBrand brand, Supply supply, EndpointProvider endpoints, InstantSource clock) {
    this.brand = brand;
    this.supply = supply;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  @Override
  public BrowserSpec.Browser browser() {
    return brand.browser();
  }

  @Override
  public List<Program> programs() {
    return List.of(brand.program(), brand.driver());
  }

  @Override
  public Device start(BrowserSpec spec, TrustAnchor trust, Deadline by, Consumer<Device> whenClosed)
      throws Shortage {
    Chromium chromium =
        Chromium.start(
            endpoints.endpoint(spec), brand, spec, supply.program(brand.program()), trust, by);
    BidiBrowser browser = chromium.browser();
    try {
      BrowserFacts facts =
          new BrowserFacts(
              brand.program().title(),
              chromium.version(),
              chromium
                  .driverVersion()
                  .map(version -> Map.of("driver", brand.driver().title() + " " + version))
                  .orElse(Map.of()));
      Optional<PhoneEmulation> phone =
          spec.phone().map(p -> new PhoneEmulation(p, chromium.version()));
      return new BidiDevice(browser, facts.of(spec, browser, by), phone, clock, whenClosed);
    } catch (RuntimeException e) {
      browser.close();
      throw e;
    }
  }
}
