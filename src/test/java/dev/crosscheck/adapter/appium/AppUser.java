package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.CallJson;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import io.appium.java_client.AppiumBy;
import io.appium.java_client.android.AndroidDriver;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;
import tools.jackson.databind.node.ObjectNode;

/** Who uses the host app on a device by a session of Appium's, with a recording of its traffic. */
final class AppUser implements AutoCloseable {
  static final String APP = "dev.crosscheck.app";
  private static final String STATE = "crosscheck-state";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TRACKED = "POST api.partner.test/track";

  private final AndroidDriver driver;
  private final Recording recording;
  private int steps;

  private AppUser(AndroidDriver driver, Recording recording) {
    this.driver = driver;
    this.recording = recording;
  }

  /**
   * A new user, with nothing left of those before.
   *
   * @param proxy as the device names it: {@code 10.0.2.2}, or {@code localhost} by reverse
   */
  static AppUser on(AndroidDriver driver, Recording recording, String proxy) {
    AppUser user = new AppUser(driver, recording);
    user.shell("am", "force-stop", APP);
    user.shell("pm", "clear", APP);
    user.shell("settings", "put", "global", "http_proxy", proxy + ":" + user.port());
    return user;
  }

  private int port() {
    return recording.address().port();
  }

  AndroidDriver driver() {
    return driver;
  }

  String shell(String command, String... arguments) {
    Map<String, Object> words = Map.of("command", command, "args", List.of(arguments));
    return String.valueOf(driver.executeScript("mobile: shell", words));
  }

  void follow(String url) {
    driver.executeScript("mobile: deepLink", Map.of("url", url, "package", APP));
  }

  /** Starts the SDK with this plugin, and waits until it is ready. */
  AppUser start(Deployment.MobileApp app, String factory) {
    ObjectNode json =
        Samples.object()
            .put("sdk", app.sdk().word())
            .put("writeKey", app.writeKey())
            .put("plugin", app.plugin())
            .put("gate", "open")
            .put("factory", factory);
    tell("start", json);
    awaitState("\"ready\":true");
    return this;
  }

  void track(String event) {
    tell("step", CallJson.of(steps++, (Step.Call) Samples.track(event)));
  }

  private void tell(String what, ObjectNode json) {
    String text = URLEncoder.encode(json.toString(), StandardCharsets.UTF_8).replace("+", "%20");
    follow("crosscheck://" + what + "?json=" + text);
  }

  String state() {
    return driver.findElement(AppiumBy.accessibilityId(STATE)).getText();
  }

  /** Returns what the app shows once it is on the screen and shows this. */
  String awaitState(String part) {
    Deadline by = Visit.in(PATIENCE);
    List<String> shown = List.of();
    while (!by.passed()) {
      shown =
          driver.findElements(AppiumBy.accessibilityId(STATE)).stream()
              .map(WebElement::getText)
              .toList();
      if (shown.stream().anyMatch(text -> text.contains(part))) {
        return shown.get(0);
      }
    }
    throw new AssertionError("no " + part + " in " + shown);
  }

  /** Lines of the device's log, up to the first that contains this. */
  List<String> awaitLogged(String part) {
    Deadline by = Visit.in(PATIENCE);
    List<String> lines = new ArrayList<>();
    while (lines.stream().noneMatch(line -> line.contains(part))) {
      driver.manage().logs().get("logcat").getAll().stream()
          .map(LogEntry::getMessage)
          .forEach(lines::add);
      if (by.passed()) {
        throw new AssertionError("no " + part + " among " + lines);
      }
    }
    return lines;
  }

  /** The bodies that the partner was sent, once one of them contains this. */
  List<String> awaitTracked(String part) {
    return await(TRACKED, part);
  }

  List<String> await(String name, String part) {
    Predicate<Capture> there =
        capture -> bodies(capture, name).stream().anyMatch(body -> body.contains(part));
    if (!recording.await(there, Visit.in(PATIENCE))) {
      throw new AssertionError("no " + part + " in " + bodies(recording.soFar(), name));
    }
    return bodies(recording.soFar(), name);
  }

  private static List<String> bodies(Capture capture, String name) {
    return capture.exchanges().stream()
        .filter(exchange -> exchange.name().equals(name))
        .map(Exchange::request)
        .map(request -> request.body().text())
        .toList();
  }

  @Override
  public void close() {
    try (recording) {
      driver.quit();
    }
  }
}
