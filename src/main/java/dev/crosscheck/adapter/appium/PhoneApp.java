package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Body;
import dev.crosscheck.mobile.App;
import dev.crosscheck.scenario.Step;
import io.appium.java_client.AppiumBy;
import io.appium.java_client.AppiumDriver;
import io.appium.java_client.InteractsWithApps;
import io.appium.java_client.remote.SupportsRotation;
import java.time.Duration;
import java.util.List;
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

/**
 * The app on a phone. Nobody pushes what it shows and logs: it is looked at again and again.
 *
 * @param <D> the client of the phone's driver
 */
abstract class PhoneApp<D extends AppiumDriver & InteractsWithApps & SupportsRotation>
    implements App {
  private static final long LOOK_MS = 100;
  private static final int LOOKS_PER_LOG = 5;
  private static final long ENDING_S = 30;

  /** As Appium understands it: the app does not come back by itself. */
  private static final Duration FOR_GOOD = Duration.ofSeconds(-1);

  /** What stands for an app that has shown nothing yet. */
  private static final String NOTHING = "{}";

  private final Talk<D> talk;
  private volatile @Nullable Listener listener;
  private volatile boolean closed;
  private String shown = "";
  private int looks;
  private boolean turned;
  private Optional<String> usual = Optional.empty();

  PhoneApp(Talk<D> talk) {
    this.talk = talk;
  }

  @Override
  public final void heardBy(Listener who) {
    logTo(new Discreet(who, talk.secrets()));
    listener = who;
    talk.every(LOOK_MS, this::look);
  }

  /** Who is to hear of the log's lines. */
  abstract void logTo(Listener discreet);

  /** Returns whether there is more to look for. */
  private Boolean look(D driver) {
    if (closed) {
      return false;
    }
    Listener hearing = listener;
    if (hearing != null && isInSight()) {
      lookAtState(driver, hearing);
    }
    if (looks++ % LOOKS_PER_LOG == 0) {
      lookAtLog(driver);
    }
    return true;
  }

  /** Whether it may be on the screen. */
  boolean isInSight() {
    return true;
  }

  private void lookAtState(D driver, Listener hearing) {
    List<WebElement> found = driver.findElements(AppiumBy.accessibilityId(HostApp.STATE));
    if (found.isEmpty()) {
      missed(driver, hearing);
      return;
    }
    show(found.get(0).getText(), hearing);
  }

  /** It is not on the screen. */
  void missed(D driver, Listener hearing) {}

  private void show(String text, Listener hearing) {
    if (!text.equals(shown)) {
      shown = text;
      hearing.shows(text);
    }
  }

  abstract void lookAtLog(D driver);

  /** What secrets say is hidden in what it says. */
  final String hidden(String text) {
    return talk.secrets().hiddenIn(text);
  }

  final CompletableFuture<?> told(Consumer<D> command) {
    return talk.ask(
        driver -> {
          command.accept(driver);
          return "";
        });
  }

  @Override
  public final CompletableFuture<?> background() {
    return told(this::goHome);
  }

  void goHome(D driver) {
    driver.runAppInBackground(FOR_GOOD);
  }

  @Override
  public final CompletableFuture<?> foreground() {
    return told(this::comeBack);
  }

  void comeBack(D driver) {
    driver.activateApp(HostApp.ID);
  }

  @Override
  public final CompletableFuture<?> relaunch() {
    return told(this::beginAnew);
  }

  /**
   * What the process before it showed is forgotten, since nobody can tell it from what it shows.
   */
  private void beginAnew(D driver) {
    driver.terminateApp(HostApp.ID);
    Listener hearing = listener;
    if (hearing != null) {
      show(NOTHING, hearing);
    }
    launch(driver);
  }

  /** A system that should end the app for it may leave it running: here it ends in any case. */
  @Override
  public final CompletableFuture<?> permission(String name, boolean granted) {
    return told(
        driver -> {
          permit(driver, name, granted);
          if (endsFor(granted)) {
            beginAnew(driver);
          }
        });
  }

  abstract void permit(D driver, String name, boolean granted);

  /** Has its user open it, with no process of it running. */
  abstract void launch(D driver);

  @Override
  public final CompletableFuture<?> rotate(Step.Rotate.Orientation to) {
    return told(
        driver -> {
          turned = to == Step.Rotate.Orientation.LANDSCAPE;
          driver.rotate(turned ? ScreenOrientation.LANDSCAPE : ScreenOrientation.PORTRAIT);
        });
  }

  @Override
  public final CompletableFuture<?> appearance(Step.Appearance.Look look) {
    return told(
        driver -> {
          if (usual.isEmpty()) {
            usual = Optional.of(appearance(driver));
          }
          appear(driver, called(look));
        });
  }

  /** What its driver calls a look. */
  abstract String called(Step.Appearance.Look look);

  /** What the phone's is, which may be one of more than two, such as by the time of day. */
  abstract String appearance(D driver);

  abstract void appear(D driver, String appearance);

  @Override
  public final CompletableFuture<Body> screenshot() {
    return talk.ask(driver -> Body.of(driver.getScreenshotAs(OutputType.BYTES)));
  }

  @Override
  public final CompletableFuture<String> whereabouts() {
    return CompletableFuture.completedFuture("");
  }

  /** It stays in the background; what it has not sent by then it may send there. */
  @Override
  public final CompletableFuture<?> leave() {
    return told(
        driver -> {
          goHome(driver);
          lookAtLog(driver);
        });
  }

  @Override
  public final Optional<String> ended() {
    return talk.lost();
  }

  /** Leaves the phone as it was. */
  void end(D driver) {
    driver.terminateApp(HostApp.ID);
    if (turned) {
      driver.rotate(ScreenOrientation.PORTRAIT);
    }
    usual.ifPresent(look -> appear(driver, look));
  }

  @Override
  public final void close() {
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
