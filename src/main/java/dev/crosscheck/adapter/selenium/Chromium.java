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
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;

/** The browser's process and the ways to speak with it. */
final class Chromium implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Chromium.class);

  /** Nothing listens there: what the browser says outside of sessions goes nowhere. */
  private static final String NOWHERE = "127.0.0.1:9";

  private final RemoteWebDriver driver;
  private final Reach reach;
  private final Consoles consoles = new Consoles();
  private final BidiConnection bidi;

  private Chromium(RemoteWebDriver driver, Reach reach, Deadline by) {
    this.driver = driver;
    this.reach = reach;
    Object address = driver.getCapabilities().getCapability("webSocketUrl");
    if (!(address instanceof String url)) {
      throw new DeviceLost("the WebDriver server gives no WebDriver BiDi connection");
    }
    this.bidi = new BidiConnection(URI.create(url), by.left(), consoles::accept);
  }

  static Chromium start(
      Endpoint endpoint, BrowserSpec spec, Path program, TrustAnchor trust, Deadline by) {
    String version = DriverVersion.of(endpoint.webDriver(), by);
    ChromeOptions options = new ChromeOptions();
    options.setBinary(program.toString());
    options.addArguments(ChromiumFlags.arguments(spec, version, trust, "root".equals(userName())));
    options.setExperimentalOption("prefs", ChromiumFlags.preferences(spec));
    options.setProxy(
        new Proxy().setHttpProxy(NOWHERE).setSslProxy(NOWHERE).setNoProxy("<-loopback>"));
    options.setCapability("webSocketUrl", true);
    Capabilities wanted = options.merge(new MutableCapabilities(endpoint.capabilities()));
    RemoteWebDriver driver = null;
    Chromium chromium = null;
    try {
      driver = new RemoteWebDriver(executor(endpoint, by), wanted);
      chromium = new Chromium(driver, endpoint.reach(), by);
      Patience.await(
          "subscriptions", chromium.bidi.send("session.subscribe", Consoles.subscription()), by);
      return chromium;
    } catch (WebDriverException e) {
      throw new DeviceLost("Chromium did not start: " + firstLine(e), e);
    } finally {
      if (driver != null && (chromium == null || !chromium.bidi.isOpen())) {
        end(driver, endpoint.reach());
      }
    }
  }

  BidiConnection bidi() {
    return bidi;
  }

  Consoles consoles() {
    return consoles;
  }

  Capabilities capabilities() {
    return driver.getCapabilities();
  }

  /** What the page that the browser started with says to an expression. */
  String evaluate(String expression, Deadline by) {
    JsonNode tree =
        Patience.await("windows", bidi.send("browsingContext.getTree", Json.object()), by);
    var params =
        Json.object().put("expression", "String(" + expression + ")").put("awaitPromise", false);
    params
        .putObject("target")
        .put("context", tree.path("contexts").path(0).path("context").asString(""));
    return Patience.await(expression, bidi.send("script.evaluate", params), by)
        .path("result")
        .path("value")
        .asString("");
  }

  @Override
  public void close() {
    bidi.close();
    end(driver, reach);
  }

  /** Does not ask a browser that may hang: its profile is thrown away in any case. */
  private static void end(RemoteWebDriver driver, Reach reach) {
    if (reach == Reach.LOOPBACK
        && driver.getCapabilities().getCapability("goog:processID") instanceof Number id) {
      Optional<ProcessHandle> process = ProcessHandle.of(id.longValue());
      process.ifPresent(
          browser -> {
            var children = browser.descendants().toList();
            browser.destroyForcibly();
            children.forEach(ProcessHandle::destroyForcibly);
          });
    }
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
