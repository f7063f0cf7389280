package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Body;
import dev.crosscheck.mobile.App;
import dev.crosscheck.scenario.Step;
import io.appium.java_client.AppiumBy;
import io.appium.java_client.appmanagement.ApplicationState;
import io.appium.java_client.ios.IOSDriver;
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

/**
 * The app on a simulator or an iPhone. Nobody pushes what it shows and logs: it is looked at again
 * and again. Each of its processes is told its proxy as it is launched.
 */
final class XcuiApp implements App {
  static final String LOG = "syslog";

  private static final String CRASHES = "crashlog";
  private static final long LOOK_MS = 100;
  private static final int LOOKS_PER_LOG = 5;
  private static final long ENDING_S = 30;

  /** As Appium understands it: the app does not come back by itself. */
  private static final Duration FOR_GOOD = Duration.ofSeconds(-1);

  /** What stands for an app that has shown nothing yet. */
  private static final String NOTHING = "{}";

  private final Talk<IOSDriver> talk;
  private final List<String> arguments;
  private volatile @Nullable Listener listener;
  private volatile @Nullable XcuiLog log;
  private volatile boolean closed;
  private String shown = "";
  private int looks;
  private boolean launched;
  private boolean away;
  private boolean crashed;
  private boolean turned;

  /**
   * @param arguments of each process of the app
   */
  XcuiApp(Talk<IOSDriver> talk, List<String> arguments) {
    this.talk = talk;
    this.arguments = List.copyOf(arguments);
  }

  @Override
  public void heardBy(Listener who) {
    Listener discreet = new Discreet(who, talk.secrets());
    log = new XcuiLog(discreet);
    listener = who;
    talk.every(LOOK_MS, this::look);
  }

  /** Returns whether there is more to look for. */
  private Boolean look(IOSDriver driver) {
    if (closed) {
      return false;
    }
    lookAtState(driver);
    if (looks++ % LOOKS_PER_LOG == 0) {
      lookAtLog(driver);
    }
    return true;
  }

  private void lookAtState(IOSDriver driver) {
    Listener hearing = listener;
    if (hearing == null || !launched || away || crashed) {
      return;
    }
    List<WebElement> found = driver.findElements(AppiumBy.accessibilityId(HostApp.STATE));
    if (found.isEmpty()) {
      lookForCrash(driver, hearing);
      return;
    }
    String text = found.get(0).getText();
    if (!text.equals(shown)) {
      shown = text;
      hearing.shows(text);
    }
  }

  /** A process that nobody ended has ended by itself. */
  private void lookForCrash(IOSDriver driver, Listener hearing) {
    if (driver.queryAppState(HostApp.ID) == ApplicationState.NOT_RUNNING) {
      crashed = true;
      lookAtLog(driver);
      hearing.crashed(talk.secrets().hiddenIn(trace(driver)));
    }
  }

  /** The system writes a report of a crash, which takes it a while; there may be none yet. */
  private static String trace(IOSDriver driver) {
    return driver.manage().logs().get(CRASHES).getAll().stream()
        .map(LogEntry::getMessage)
        .reduce((earlier, later) -> later)
        .orElse("the app is not running any more, and the system has no crash report yet");
  }

  private void lookAtLog(IOSDriver driver) {
    XcuiLog hearing = log;
    if (hearing != null) {
      for (LogEntry line : driver.manage().logs().get(LOG)) {
        hearing.take(line.getMessage());
      }
    }
  }

  private CompletableFuture<?> told(Consumer<IOSDriver> command) {
    return talk.ask(
        driver -> {
          command.accept(driver);
          return "";
        });
  }

  /** A link alone would launch the app without its arguments. */
  @Override
  public CompletableFuture<?> link(String uri) {
    return follow(uri);
  }

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

  private void launch(IOSDriver driver) {
    driver.executeScript(
        "mobile: launchApp", Map.of("bundleId", HostApp.ID, "arguments", arguments));
    launched = true;
    away = false;
  }

  @Override
  public CompletableFuture<?> background() {
    return told(this::goHome);
  }

  private void goHome(IOSDriver driver) {
    away = true;
    driver.runAppInBackground(FOR_GOOD);
  }

  @Override
  public CompletableFuture<?> foreground() {
    return told(
        driver -> {
          driver.activateApp(HostApp.ID);
          away = false;
        });
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
          launch(driver);
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

  /** iOS ends an app whose permissions change; its user opens it again. */
  @Override
  public CompletableFuture<?> permission(String name, boolean granted) {
    return told(
        driver -> {
          driver.executeScript(
              "mobile: setPermission",
              Map.of("bundleId", HostApp.ID, "access", Map.of(name, granted ? "yes" : "no")));
          launch(driver);
        });
  }

  /** A simulator has its Mac's network; what the app reaches is for its proxy to say. */
  @Override
  public CompletableFuture<?> online(boolean online) {
    return CompletableFuture.completedFuture("");
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
  private void end(IOSDriver driver) {
    driver.terminateApp(HostApp.ID);
    if (turned) {
      driver.rotate(ScreenOrientation.PORTRAIT);
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
