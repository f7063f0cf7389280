package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** WebKit by its classic WebDriver, in one of its flavors. */
final class WebKitKind implements BrowserKind {
  /** A browser and a display for each session: more of them make each other late on two cores. */
  private static final int SLOTS = 3;

  /** The oldest that has been tried: 2.38, of 2022. */
  private static final int OLDEST = 38;

  private static final Pattern VERSION = Pattern.compile("2\\.(\\d+).*");

  private final WebKitFlavor flavor;
  private final ClassicSessions browsers;
  private final InstantSource clock;

  WebKitKind(WebKitFlavor flavor, Supply supply, EndpointProvider endpoints, InstantSource clock) {
    this.flavor = flavor;
    this.browsers = sessions(flavor, supply, endpoints);
    this.clock = clock;
  }

  static ClassicSessions sessions(WebKitFlavor flavor, Supply supply, EndpointProvider endpoints) {
    return new ClassicSessions(new Asked(flavor, supply), endpoints);
  }

  @Override
  public BrowserSpec.Browser browser() {
    return flavor.browser();
  }

  @Override
  public List<Program> programs() {
    return flavor.programs();
  }

  /** Tries once whether a browser comes up, and asks it what it is. */
  @Override
  public Device start(
      BrowserSpec spec, TrustAnchor trust, Deadline by, Consumer<Device> whenClosed) {
    ClassicSessions.Opened first = browsers.open(spec, ClassicSessions.NOWHERE, by);
    try {
      DeviceFacts facts = facts(spec, first.tab(), first.capabilities(), by);
      return new ClassicDevice(browsers, spec, facts, clock, whenClosed);
    } finally {
      first.tab().close();
    }
  }

  private DeviceFacts facts(BrowserSpec spec, Tab tab, JsonNode capabilities, Deadline by) {
    String version = capabilities.path("browserVersion").asString("");
    Matcher parts = VERSION.matcher(version);
    if (!parts.matches() || Integer.parseInt(parts.group(1)) < OLDEST) {
      throw new DeviceLost(
          "'%s' is not a version of %s that can be driven: 2.%d or newer is needed"
              .formatted(version, flavor.product(), OLDEST));
    }
    return new BrowserFacts(
            flavor.product(),
            version,
            Map.of(
                "driver",
                flavor.programs().get(1).title(),
                "dropsWhenLeft",
                flavor.dropsWhenLeft()))
        .of(spec, tab, by, SLOTS);
  }

  /** A flavor with the programs that are found here. */
  private record Asked(WebKitFlavor flavor, Supply supply) implements ClassicFlavor {
    @Override
    public String product() {
      return flavor.product();
    }

    @Override
    public ObjectNode newSession(BrowserSpec spec, ProxyAddress via) throws Shortage {
      return flavor.newSession(spec, supply.program(flavor.programs().get(0)), via);
    }
  }
}
