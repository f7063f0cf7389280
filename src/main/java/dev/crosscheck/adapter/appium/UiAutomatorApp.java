package dev.crosscheck.adapter.appium;

import dev.crosscheck.scenario.Step;
import io.appium.java_client.android.AndroidDriver;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.logging.LogEntry;

/** The app on an Android phone. */
final class UiAutomatorApp extends PhoneApp<AndroidDriver> {
  static final String LOG = "logcat";

  private static final String STEP = "crosscheck://step";
  private static final String VIEW = "android.intent.action.VIEW";
  private static final String NIGHT = "night";

  private volatile @Nullable AppLog log;
  private boolean offline;

  UiAutomatorApp(Talk<AndroidDriver> talk) {
    super(talk);
  }

  @Override
  void logTo(Listener discreet) {
    log = new AppLog(HostApp.ID, discreet);
  }

  @Override
  void lookAtLog(AndroidDriver driver) {
    AppLog hearing = log;
    if (hearing != null) {
      for (LogEntry line : driver.manage().logs().get(LOG)) {
        hearing.take(line.getMessage());
      }
      hearing.caughtUp();
    }
  }

  /** An app that runs is told beside its screen, whose life a link would be a part of. */
  @Override
  public CompletableFuture<?> link(String uri) {
    return uri.startsWith(STEP)
        ? told(
            driver ->
                driver.executeScript(
                    "mobile: broadcast",
                    Map.of("component", HostApp.RECEIVER, "uri", uri, "action", VIEW)))
        : follow(uri);
  }

  @Override
  public CompletableFuture<?> follow(String uri) {
    return told(
        driver ->
            driver.executeScript(
                "mobile: deepLink",
                Map.of("url", uri, "package", HostApp.ID, "waitForLaunch", false)));
  }

  @Override
  void launch(AndroidDriver driver) {
    driver.activateApp(HostApp.ID);
  }

  @Override
  String called(Step.Appearance.Look look) {
    return look == Step.Appearance.Look.DARK ? "yes" : "no";
  }

  @Override
  String appearance(AndroidDriver driver) {
    return String.valueOf(driver.executeScript("mobile: getUiMode", Map.of("mode", NIGHT)));
  }

  @Override
  void appear(AndroidDriver driver, String appearance) {
    driver.executeScript("mobile: setUiMode", Map.of("mode", NIGHT, "value", appearance));
  }

  @Override
  void permit(AndroidDriver driver, String name, boolean granted) {
    driver.executeScript(
        "mobile: changePermissions",
        Map.of(
            "permissions", name, "appPackage", HostApp.ID, "action", granted ? "grant" : "revoke"));
  }

  /** Android ends an app that loses a permission, and no other. */
  @Override
  public boolean endsFor(boolean granted) {
    return !granted;
  }

  @Override
  public CompletableFuture<?> online(boolean online) {
    return told(driver -> connect(driver, online));
  }

  private void connect(AndroidDriver driver, boolean online) {
    offline = !online;
    driver.executeScript("mobile: setConnectivity", Map.of("wifi", online, "data", online));
  }

  @Override
  void end(AndroidDriver driver) {
    super.end(driver);
    if (offline) {
      connect(driver, true);
    }
  }
}
