package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.device.SystemProxy;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Browsers of one kind. Each takes the certificates of the run's own authority, and refuses all
 * others as a customer's browser does.
 */
public final class BrowserProvider implements DeviceProvider {
  private final Supply supply;
  private final EndpointProvider endpoints;
  private final BrowserKind kind;
  private final Set<Device> started = ConcurrentHashMap.newKeySet();

  private BrowserProvider(Supply supply, EndpointProvider endpoints, BrowserKind kind) {
    this.supply = supply;
    this.endpoints = endpoints;
    this.kind = kind;
  }

  /** Chromium, or Chrome where that is what is found. */
  public static BrowserProvider chromium(
      Supply supply, EndpointProvider endpoints, InstantSource clock) {
    return new BrowserProvider(
        supply, endpoints, new ChromiumKind(ChromiumBrand.CHROMIUM, supply, endpoints, clock));
  }

  /** Microsoft Edge. */
  public static BrowserProvider edge(
      Supply supply, EndpointProvider endpoints, InstantSource clock) {
    return new BrowserProvider(
        supply, endpoints, new ChromiumKind(ChromiumBrand.EDGE, supply, endpoints, clock));
  }

  /** Firefox, which needs no driver. */
  public static BrowserProvider firefox(
      Supply supply, EndpointProvider endpoints, InstantSource clock) {
    return new BrowserProvider(supply, endpoints, new FirefoxKind(endpoints, clock));
  }

  /** WebKitGTK's own browser. */
  public static BrowserProvider webkit(
      Supply supply, EndpointProvider endpoints, InstantSource clock) {
    return new BrowserProvider(
        supply, endpoints, new WebKitKind(WebKitFlavor.GTK, supply, endpoints, clock));
  }

  /** WPE WebKit's own browser. */
  public static BrowserProvider wpe(
      Supply supply, EndpointProvider endpoints, InstantSource clock) {
    return new BrowserProvider(
        supply, endpoints, new WebKitKind(WebKitFlavor.WPE, supply, endpoints, clock));
  }

  /**
   * Safari, on this Mac or on a simulator.
   *
   * @param proxy by which it is led to a recording
   */
  public static BrowserProvider safari(
      Supply supply,
      EndpointProvider endpoints,
      SystemProxy proxy,
      AppleTools apple,
      InstantSource clock) {
    return new BrowserProvider(supply, endpoints, new SafariKind(endpoints, proxy, apple, clock));
  }

  @Override
  public boolean handles(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser
        && browser.browser() == kind.browser()
        && endpoints.serves(spec);
  }

  @Override
  public Availability check(DeviceSpec spec) {
    for (Program program : kind.programs()) {
      if (supply.look(program) instanceof Presence.Missing missing) {
        return new Availability.Unavailable(missing.reason(), missing.remedy());
      }
    }
    Optional<Availability.Unavailable> lacking = kind.lacking(browser(spec));
    if (lacking.isPresent()) {
      return lacking.get();
    }
    return new Availability.Available(
        kind.programs().stream().map(Program::title).collect(Collectors.joining(" by ")));
  }

  @Override
  public Set<Program> programs(DeviceSpec spec) {
    return Set.copyOf(kind.programs());
  }

  @Override
  public void prepare(DeviceSpec spec) throws Shortage {
    for (Program program : kind.programs()) {
      supply.program(program);
    }
  }

  @Override
  public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
    try {
      Device device = kind.start(browser(spec), trust, by, started::remove);
      started.add(device);
      return device;
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  private static BrowserSpec browser(DeviceSpec spec) {
    if (spec instanceof BrowserSpec browser) {
      return browser;
    }
    throw new IllegalArgumentException("'" + spec.id() + "' is no browser");
  }

  /** Ends its browsers, and what the endpoints started for them. */
  @Override
  public void close() {
    started.forEach(Device::close);
    endpoints.close();
  }
}
