package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.device.SystemProxy;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Safari by its classic WebDriver, one session at a time. */
final class SafariKind implements BrowserKind {
  private static final int SLOTS = 1;

  private static final String ENABLE = "; allow that once with: sudo safaridriver --enable";

  /** By these its driver says that nobody has allowed it to drive. */
  private static final Pattern NOT_ALLOWED = Pattern.compile("(?i)remote automation|--enable");

  private final EndpointProvider endpoints;
  private final SystemProxy proxy;
  private final AppleTools apple;
  private final InstantSource clock;

  SafariKind(EndpointProvider endpoints, SystemProxy proxy, AppleTools apple, InstantSource clock) {
    this.endpoints = endpoints;
    this.proxy = proxy;
    this.apple = apple;
    this.clock = clock;
  }

  @Override
  public BrowserSpec.Browser browser() {
    return BrowserSpec.Browser.SAFARI;
  }

  @Override
  public List<Program> programs() {
    return List.of(Program.SAFARIDRIVER);
  }

  @Override
  public Optional<Availability.Unavailable> lacking(BrowserSpec spec) {
    return spec.simulator()
        .map(wanted -> apple.made(wanted.wanted()))
        .flatMap(SafariKind::unavailable)
        .or(proxy::lacking);
  }

  private static Optional<Availability.Unavailable> unavailable(Presence presence) {
    return presence instanceof Presence.Missing missing
        ? Optional.of(new Availability.Unavailable(missing.reason(), missing.remedy()))
        : Optional.empty();
  }

  /** Tries once whether it comes up, and the Mac may be led; asks it what it is. */
  @Override
  public Device start(BrowserSpec spec, TrustAnchor trust, Deadline by, Consumer<Device> whenClosed)
      throws Shortage {
    Optional<AppleTools.Booted> simulator = Optional.empty();
    Device device = null;
    try {
      if (spec.simulator().isPresent()) {
        simulator = Optional.of(booted(spec.simulator().get()));
      }
      device = start(spec, simulator, by, whenClosed);
      return device;
    } finally {
      if (device == null) {
        simulator.ifPresent(AppleTools.Booted::close);
      }
    }
  }

  /** With the proxy set already, since a simulator that runs may hear of it late. */
  private AppleTools.Booted booted(BrowserSpec.Simulator simulator) throws Shortage {
    try (SystemProxy.Led led = proxy.lead(ClassicSessions.NOWHERE)) {
      return apple.boot(simulator.wanted());
    }
  }

  private Device start(
      BrowserSpec spec,
      Optional<AppleTools.Booted> simulator,
      Deadline by,
      Consumer<Device> whenClosed) {
    SafariFlavor flavor = new SafariFlavor(proxy, simulator.map(AppleTools.Booted::udid));
    ClassicSessions browsers = new ClassicSessions(flavor, endpoints);
    ClassicSessions.Opened first = first(browsers, spec, by);
    try {
      DeviceFacts facts = facts(spec, first.tab(), first.capabilities(), by);
      return new ClassicDevice(
          browsers,
          spec,
          facts,
          clock,
          device -> {
            simulator.ifPresent(AppleTools.Booted::close);
            whenClosed.accept(device);
          });
    } finally {
      first.tab().close();
    }
  }

  private static ClassicSessions.Opened first(
      ClassicSessions browsers, BrowserSpec spec, Deadline by) {
    try {
      return browsers.open(spec, ClassicSessions.NOWHERE, by);
    } catch (DeviceLost e) {
      String said = String.valueOf(e.getMessage());
      throw NOT_ALLOWED.matcher(said).find() ? new DeviceLost(said + ENABLE, e) : e;
    }
  }

  private static DeviceFacts facts(BrowserSpec spec, Tab tab, JsonNode capabilities, Deadline by) {
    String version = capabilities.path("browserVersion").asString("");
    String system = capabilities.path("safari:platformVersion").asString("");
    Map<String, String> details =
        Map.of("driver", Program.SAFARIDRIVER.title(), "platformVersion", system);
    String where =
        spec.simulator()
            .map(on -> ", simulator " + on.name() + (system.isEmpty() ? "" : ", iOS " + system))
            .orElse("");
    return new BrowserFacts("Safari", version + where, details).of(spec, tab, by, SLOTS);
  }
}
