package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import java.net.MalformedURLException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.Proxy;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chromium.ChromiumOptions;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running Chromium, or a browser made of it, as its driver describes it.
 *
 * @param driverVersion where the driver says it
 */
record Chromium(BidiBrowser browser, String version, Optional<String> driverVersion) {
  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

  /** Nothing listens there: what the browser says outside of sessions goes nowhere. */
  private static final String NOWHERE = "127.0.0.1:9";

  /** Loopback addresses too go through the proxy: nothing goes round the recording. */
  private static final String UNPROXIED = "<-loopback>";

  static Chromium start(
      Endpoint endpoint,
      ChromiumBrand brand,
      BrowserSpec spec,
      Path program,
      TrustAnchor trust,
      Deadline by) {
    String version = DriverVersion.of(endpoint.webDriver(), by);
    ChromiumOptions<?> options = brand.options();
    options.setBinary(program.toString());
    options.addArguments(
        ChromiumFlags.arguments(brand, spec, version, trust, "root".equals(userName())));
    options.setExperimentalOption("prefs", ChromiumFlags.preferences(spec));
    options.setProxy(new Proxy().setHttpProxy(NOWHERE).setSslProxy(NOWHERE).setNoProxy(UNPROXIED));
    options.setCapability("webSocketUrl", true);
    Capabilities wanted = options.merge(new MutableCapabilities(endpoint.capabilities()));
    String title = brand.program().title();
    RemoteWebDriver driver;
    try {
      driver = new RemoteWebDriver(executor(endpoint, by), wanted);
    } catch (WebDriverException e) {
      throw new DeviceLost(title + " did not start: " + firstLine(e), e);
    }
    Capabilities capabilities = driver.getCapabilities();
    Optional<BrowserProcess> process = process(endpoint.reach(), brand, capabilities);
    Runnable end = () -> end(driver, process);
    try {
      BidiBrowser browser =
          new BidiBrowser(
              address(capabilities),
              new ChromiumLog(),
              Json.array(UNPROXIED),
              new NewWindows(),
              end,
              by);
      process.ifPresent(own -> own.whenEnded(() -> browser.bidi().lost("its process has ended")));
      browser.listen(by);
      return new Chromium(
          browser, capabilities.getBrowserVersion(), driverVersion(brand, capabilities));
    } catch (RuntimeException e) {
      end.run();
      throw e;
    }
  }

  private static URI address(Capabilities capabilities) {
    if (capabilities.getCapability("webSocketUrl") instanceof String url) {
      return URI.create(url);
    }
    throw new DeviceLost("the WebDriver server gives no WebDriver BiDi connection");
  }

  private static Optional<String> driverVersion(ChromiumBrand brand, Capabilities capabilities) {
    return capabilities.getCapability(brand.details()) instanceof Map<?, ?> details
            && details.get(brand.driverVersion()) instanceof String version
        ? Optional.of(version.replaceFirst(" .*", ""))
        : Optional.empty();
  }

  private static Optional<BrowserProcess> process(
      Reach reach, ChromiumBrand brand, Capabilities capabilities) {
    return reach == Reach.LOOPBACK
            && capabilities.getCapability(brand.processId()) instanceof Number id
        ? ProcessHandle.of(id.longValue()).map(BrowserProcess::new)
        : Optional.empty();
  }

  /** Does not ask a browser that may hang: its profile is thrown away in any case. */
  private static void end(RemoteWebDriver driver, Optional<BrowserProcess> process) {
    process.ifPresent(BrowserProcess::kill);
    try {
      driver.quit();
    } catch (WebDriverException e) {
      LOG.debug("the WebDriver server could not end its session: {}", firstLine(e));
    }
  }

  private static HttpCommandExecutor executor(Endpoint endpoint, Deadline by) {
    Duration patience = by.left().plusMillis(1);
    try {
      return new HttpCommandExecutor(
          Map.of(),
          ClientConfig.defaultConfig()
              .baseUrl(endpoint.webDriver().toURL())
              .connectionTimeout(patience)
              .readTimeout(patience),
          HttpClient.Factory.createDefault());
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException("'" + endpoint.webDriver() + "' is no URL", e);
    }
  }

  private static String userName() {
    return System.getProperty("user.name", "");
  }

  private static String firstLine(WebDriverException e) {
    return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
  }
}
