package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Body;
import dev.crosscheck.mobile.App;
import dev.crosscheck.scenario.Step;
import io.appium.java_client.AppiumBy;
import io.appium.java_client.android.AndroidDriver;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.ScreenOrientation;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.logging.LogEntry;

/** The app on a phone. Nobody pushes what it shows and logs: it is looked at again and again. */
final class AppiumApp implements App {
  static final String LOG = "logcat";

  private static final long LOOK_MS = 100;
  private static final int LOOKS_PER_LOG = 5;
  private static final long ENDING_S = 30;
  private static final String STEP = "crosscheck://step";
  private static final String VIEW = "android.intent.action.VIEW";

  /** As Appium understands it: the app does not come back by itself. */
  private static final Duration FOR_GOOD = Duration.ofSeconds(-1);

  /** What stands for an app that has shown nothing yet. */
  private static final String NOTHING = "{}";

  private final Talk<AndroidDriver> talk;
  private volatile @Nullable Listener listener;
  private volatile @Nullable AppLog log;
  private volatile boolean closed;
  private String shown = "";
  private int looks;
  private boolean turned;
  private boolean offline;

  AppiumApp(Talk<AndroidDriver> talk) {
    this.talk = talk;
  }

  @Override
  public void heardBy(Listener who) {
    log = new AppLog(HostApp.ID, new Discreet(who, talk.secrets()));
    listener = who;
    talk.every(LOOK_MS, this::look);
  }

  /** Returns whether there is more to look for. */
  private Boolean look(AndroidDriver driver) {
    if (closed) {
      return false;
    }
    lookAtState(driver);
    if (looks++ % LOOKS_PER_LOG == 0) {
      lookAtLog(driver);
    }
    return true;
  }

  private void lookAtState(AndroidDriver driver) {
    Listener hearing = listener;
    List<WebElement> found = driver.findElements(AppiumBy.accessibilityId(HostApp.STATE));
    String text = found.isEmpty() ? shown : found.get(0).getText();
    if (hearing != null && !text.equals(shown)) {
      shown = text;
      hearing.shows(text);
    }
  }

  private void lookAtLog(AndroidDriver driver) {
    AppLog hearing = log;
    if (hearing != null) {
      for (LogEntry line : driver.manage().logs().get(LOG)) {
        hearing.take(line.getMessage());
      }
      hearing.caughtUp();
    }
  }

  private CompletableFuture<?> told(Consumer<AndroidDriver> command) {
    return talk.ask(
        driver -> {
          command.accept(driver);
          return "";
        });
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
  public CompletableFuture<?> background() {
    return told(AppiumApp::goHome);
  }

  private static void goHome(AndroidDriver driver) {
    driver.runAppInBackground(FOR_GOOD);
  }

  @Override
  public CompletableFuture<?> foreground() {
    return told(driver -> driver.activateApp(HostApp.ID));
  }

  /**
   * What the process before it showed is forgotten, since nobody can tell it from what it shows.
   */
  @Override
  public CompletableFuture<?> relaunch() {
    return told(
        driver -> {
          driver.terminateApp(HostApp.ID);
          Listener hearing = listener;
          if (hearing != null) {
            shown = NOTHING;
            hearing.shows(NOTHING);
          }
          driver.activateApp(HostApp.ID);
        });
  }

  @Override
  public CompletableFuture<?> rotate(Step.Rotate.Orientation to) {
    return told(
        driver -> {
          turned = to == Step.Rotate.Orientation.LANDSCAPE;
          driver.rotate(turned ? ScreenOrientation.LANDSCAPE : ScreenOrientation.PORTRAIT);
        });
  }

  /** Android ends an app that loses a permission; its user opens it again. */
  @Override
  public CompletableFuture<?> permission(String name, boolean granted) {
    return told(
        driver -> {
          driver.executeScript(
              "mobile: changePermissions",
              Map.of(
                  "permissions",
                  name,
                  "appPackage",
                  HostApp.ID,
                  "action",
                  granted ? "grant" : "revoke"));
          if (!granted) {
            driver.activateApp(HostApp.ID);
          }
        });
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
  public CompletableFuture<Body> screenshot() {
    return talk.ask(driver -> Body.of(driver.getScreenshotAs(OutputType.BYTES)));
  }

  @Override
  public CompletableFuture<String> whereabouts() {
    return CompletableFuture.completedFuture("");
  }

  /** It stays in the background; what it has not sent by then it may send there. */
  @Override
  public CompletableFuture<?> leave() {
    return told(
        driver -> {
          goHome(driver);
          lookAtLog(driver);
        });
  }

  @Override
  public Optional<String> ended() {
    return talk.lost();
  }

  /** Leaves the phone as it was. */
  private void end(AndroidDriver driver) {
    driver.terminateApp(HostApp.ID);
    if (turned) {
      driver.rotate(ScreenOrientation.PORTRAIT);
    }
    if (offline) {
      connect(driver, true);
    }
  }

  @Override
  public void close() {
    closed = true;
    try {
      told(this::end).get(ENDING_S, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      talk.lose("the phone did not answer in time: ending the app");
    } catch (ExecutionException e) {
      // it is gone with the phone, or was not there
      return;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
