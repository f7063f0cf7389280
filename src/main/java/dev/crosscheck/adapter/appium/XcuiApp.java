package dev.crosscheck.adapter.appium;

import dev.crosscheck.scenario.Step;
import io.appium.java_client.appmanagement.ApplicationState;
import io.appium.java_client.ios.IOSDriver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.logging.LogEntry;
import tools.jackson.databind.node.ObjectNode;

/**
 * The app on a simulator or an iPhone. Each of its processes is told its proxy as it is launched.
 */
final class XcuiApp extends PhoneApp<IOSDriver> {
  static final String LOG = "syslog";

  private static final String CRASHES = "crashlog";

  private final List<String> arguments;
  private final boolean takesMessages;
  private volatile @Nullable XcuiLog log;
  private boolean launched;
  private boolean away;
  private boolean crashed;

  /**
   * @param arguments of each process of the app
   * @param takesMessages whether the driver can deliver push messages to it
   */
  XcuiApp(Talk<IOSDriver> talk, List<String> arguments, boolean takesMessages) {
    super(talk);
    this.arguments = List.copyOf(arguments);
    this.takesMessages = takesMessages;
  }

  @Override
  void logTo(Listener discreet) {
    log = new XcuiLog(discreet);
  }

  @Override
  boolean isInSight() {
    return launched && !away && !crashed;
  }

  /** A process that nobody ended has ended by itself. */
  @Override
  void missed(IOSDriver driver, Listener hearing) {
    if (driver.queryAppState(HostApp.ID) == ApplicationState.NOT_RUNNING) {
      crashed = true;
      lookAtLog(driver);
      hearing.crashed(hidden(trace(driver)));
    }
  }

  /** The system writes a report of a crash, which takes it a while; there may be none yet. */
  private static String trace(IOSDriver driver) {
    return driver.manage().logs().get(CRASHES).getAll().stream()
        .map(LogEntry::getMessage)
        .reduce((earlier, later) -> later)
        .orElse("the app is not running any more, and the system has no crash report yet");
  }

  @Override
  void lookAtLog(IOSDriver driver) {
    XcuiLog hearing = log;
    if (hearing != null) {
      for (LogEntry line : driver.manage().logs().get(LOG)) {
        hearing.take(line.getMessage());
      }
    }
  }

  @Override
  public CompletableFuture<?> link(String uri) {
    return follow(uri);
  }

  /** A link alone would launch the app without its arguments. */
  @Override
  public CompletableFuture<?> follow(String uri) {
    return told(
        driver -> {
          if (!launched) {
            launch(driver);
          }
          driver.executeScript("mobile: deepLink", Map.of("url", uri, "bundleId", HostApp.ID));
          away = false;
        });
  }

  @Override
  public Optional<CompletableFuture<?>> push(ObjectNode fields, String step) {
    return takesMessages
        ? Optional.of(told(driver -> deliver(driver, PushMessage.of(fields, step))))
        : Optional.empty();
  }

  private static void deliver(IOSDriver driver, Map<String, Object> message) {
    driver.executeScript(
        "mobile: pushNotification", Map.of("bundleId", HostApp.ID, "payload", message));
  }

  @Override
  void launch(IOSDriver driver) {
    driver.executeScript(
        "mobile: launchApp", Map.of("bundleId", HostApp.ID, "arguments", arguments));
    launched = true;
    away = false;
  }

  @Override
  void goHome(IOSDriver driver) {
    away = true;
    super.goHome(driver);
  }

  @Override
  void comeBack(IOSDriver driver) {
    super.comeBack(driver);
    away = false;
  }

  @Override
  String called(Step.Appearance.Look look) {
    return look.word();
  }

  @Override
  String appearance(IOSDriver driver) {
    Object told = driver.executeScript("mobile: getAppearance");
    return told instanceof Map<?, ?> now ? String.valueOf(now.get("style")) : "";
  }

  @Override
  void appear(IOSDriver driver, String appearance) {
    driver.executeScript("mobile: setAppearance", Map.of("style", appearance));
  }

  /** By {@code simctl privacy} or {@code applesimutils}, as the driver sees fit. */
  @Override
  void permit(IOSDriver driver, String name, boolean granted) {
    driver.executeScript(
        "mobile: setPermission",
        Map.of("bundleId", HostApp.ID, "access", Map.of(name, granted ? "yes" : "no")));
  }

  /** By the one tool it does, by the other it does not; a scenario is to see no difference. */
  @Override
  public boolean endsFor(boolean granted) {
    return true;
  }

  /** A simulator has its Mac's network; what the app reaches is for its proxy to say. */
  @Override
  public CompletableFuture<?> online(boolean online) {
    return CompletableFuture.completedFuture("");
  }
}
