package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.device.Phone;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openqa.selenium.Capabilities;

/**
 * Chromium by a WebDriver server. It takes the certificates of the run's own authority, told by its
 * public key, and refuses all others as a customer's browser does.
 */
public final class ChromiumProvider implements DeviceProvider {
  /** Sessions mostly wait; more of them than this make each other late on two cores. */
  private static final int SLOTS = 5;

  private final Supply supply;
  private final EndpointProvider endpoints;
  private final InstantSource clock;
  private final Set<Device> started = ConcurrentHashMap.newKeySet();

  public ChromiumProvider(Supply supply, EndpointProvider endpoints, InstantSource clock) {
    this.supply = supply;
    this.endpoints = endpoints;
    this.clock = clock;
  }

  @Override
  public boolean handles(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser
        && browser.browser() == BrowserSpec.Browser.CHROME
        && endpoints.serves(spec);
  }

  @Override
  public Availability check(DeviceSpec spec) {
    if (!supply.has(Program.CHROMIUM)) {
      return missing("Chromium", Program.CHROMIUM);
    } else if (!supply.has(Program.CHROMEDRIVER)) {
      return missing("chromedriver", Program.CHROMEDRIVER);
    }
    return new Availability.Available("Chromium by chromedriver");
  }

  @Override
  public void prepare(DeviceSpec spec) throws Shortage {
    supply.program(Program.CHROMIUM);
    supply.program(Program.CHROMEDRIVER);
  }

  @Override
  public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
    if (!(spec instanceof BrowserSpec browser)) {
      throw new IllegalArgumentException("'" + spec.id() + "' is no browser");
    }
    Chromium chromium;
    try {
      chromium =
          Chromium.start(
              endpoints.endpoint(spec), browser, supply.program(Program.CHROMIUM), trust, by);
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
    try {
      Optional<PhoneEmulation> phone =
          browser
              .phone()
              .map(p -> new PhoneEmulation(p, chromium.capabilities().getBrowserVersion()));
      Device device =
          new ChromiumDevice(chromium, facts(browser, chromium, by), phone, clock, started::remove);
      started.add(device);
      return device;
    } catch (RuntimeException e) {
      chromium.close();
      throw e;
    }
  }

  /** Ends its browsers, and what the endpoints started for them. */
  @Override
  public void close() {
    started.forEach(Device::close);
    endpoints.close();
  }

  private static Availability missing(String what, Program program) {
    return new Availability.Unavailable(
        "no " + what, "install " + what + ", or name its executable in " + program.variable());
  }

  private static String described(Phone phone) {
    return "%s, %s %s, %d × %d at %s"
        .formatted(
            phone.name(),
            phone.system().label(),
            phone.systemVersion(),
            phone.width(),
            phone.height(),
            phone.pixelRatio());
  }

  /** The SDK's version is the deployment's to know, so it is left empty here. */
  private static DeviceFacts facts(BrowserSpec spec, Chromium chromium, Deadline by) {
    Capabilities capabilities = chromium.capabilities();
    Map<String, String> details = new TreeMap<>();
    details.put("userAgent", chromium.evaluate("navigator.userAgent", by));
    details.put("webdriver", chromium.evaluate("navigator.webdriver", by));
    spec.phone().ifPresent(phone -> details.put("emulates", described(phone)));
    details.put("thirdPartyCookies", spec.thirdPartyCookies() ? "allow" : "block");
    details.put(
        "operatingSystem",
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    if (capabilities.getCapability("chrome") instanceof Map<?, ?> chrome
        && chrome.get("chromedriverVersion") instanceof String driver) {
      details.put("driver", "chromedriver " + driver.replaceFirst(" .*", ""));
    }
    String version = capabilities.getBrowserVersion();
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        "Blink",
        "Chromium " + version + spec.phone().map(phone -> " as " + phone.name()).orElse(""),
        version,
        "analytics-next",
        "",
        spec.phone().isPresent(),
        details,
        SLOTS);
  }
}
