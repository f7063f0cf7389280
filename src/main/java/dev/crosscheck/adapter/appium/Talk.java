package dev.crosscheck.adapter.appium;

import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.mobile.CommandFailed;
import io.appium.java_client.AppiumDriver;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.NoSuchSessionException;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.UnreachableBrowserException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The talk with one phone: one command after the other, on a thread of its own, since a session
 * takes no two at once.
 *
 * @param <D> the client of its driver
 */
final class Talk<D extends AppiumDriver> implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Talk.class);
  private static final long QUITTING_S = 10;
  private static final int LINES = 3;
  private static final int LOOKS = 5;
  private static final Executor NOTICED =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  /** What the server and the driver say where the phone, or what drives it, is gone. */
  private static final List<String> GONE =
      List.of(
          "session is either terminated or not started",
          "instrumentation process is not running",
          "instrumentation process has crashed",
          "socket hang up",
          "econnrefused",
          "econnreset",
          "device offline",
          "current state: shutdown",
          "invalid device or device pair",
          "device was not booted",
          "device unauthorized",
          "no devices/emulators found",
          "cannot connect to daemon",
          "could not proxy command");

  private static final java.util.regex.Pattern NOT_FOUND =
      java.util.regex.Pattern.compile("device '[^']*' not found");

  private final D driver;
  private final Supplier<Optional<String>> ended;
  private final Secrets secrets;
  private final ScheduledExecutorService thread;
  private volatile @Nullable DeviceLost lost;

  /**
   * @param ended how what it goes through ended, a server of Appium or of adb; empty while it runs,
   *     or where nobody knows
   * @param secrets that its errors may quote
   */
  Talk(String name, D driver, Supplier<Optional<String>> ended, Secrets secrets) {
    this.driver = driver;
    this.ended = ended;
    this.secrets = secrets;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread worker = new Thread(task, "phone " + name);
              worker.setDaemon(true);
              return worker;
            });
  }

  /** What must not be told of what the phone says. */
  Secrets secrets() {
    return secrets;
  }

  boolean isAlive() {
    return lost == null;
  }

  /** Why the phone is gone; empty while it answers. */
  Optional<String> lost() {
    return Optional.ofNullable(lost).map(gone -> String.valueOf(gone.getMessage()));
  }

  /**
   * Completes with what came of a command, once it is its turn: with {@link DeviceLost} where the
   * phone is gone, with {@link CommandFailed} for everything else that goes wrong.
   */
  <T> CompletableFuture<T> ask(Function<D, T> command) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> answer(command, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(new DeviceLost("the talk with the phone has ended", e));
    }
    return answer;
  }

  /** The same again and again, between other commands; what goes wrong is nobody's business. */
  void every(long millis, Function<D, Boolean> command) {
    thread.schedule(() -> again(millis, command), millis, TimeUnit.MILLISECONDS);
  }

  private void again(long millis, Function<D, Boolean> command) {
    CompletableFuture<Boolean> more = new CompletableFuture<>();
    answer(command, more);
    boolean goesOn = more.isCompletedExceptionally() ? isAlive() : more.join();
    if (goesOn && !thread.isShutdown()) {
      every(millis, command);
    }
  }

  private <T> void answer(Function<D, T> command, CompletableFuture<T> answer) {
    DeviceLost before = lost;
    if (before != null) {
      answer.completeExceptionally(before);
      return;
    }
    try {
      answer.complete(command.apply(driver));
    } catch (WebDriverException | UncheckedIOException e) {
      answer.completeExceptionally(failure(e));
    } catch (RuntimeException e) {
      answer.completeExceptionally(e);
    }
  }

  private RuntimeException failure(RuntimeException e) {
    String words = words(e, secrets);
    if (!isGone(e, words) && ended.get().isEmpty()) {
      return new CommandFailed(words);
    }
    DeviceLost gone = new DeviceLost("the phone is gone: " + howItEnded().orElse(words));
    lost = gone;
    return gone;
  }

  /** A connection breaks before it is known that the process behind it has ended, and how. */
  private Optional<String> howItEnded() {
    Optional<String> how = ended.get();
    for (int looks = 0; how.isEmpty() && looks < LOOKS; looks++) {
      how = CompletableFuture.supplyAsync(ended, NOTICED).join();
    }
    return how;
  }

  private static boolean isGone(RuntimeException e, String words) {
    String small = words.toLowerCase(Locale.ROOT);
    return e instanceof NoSuchSessionException
        || e instanceof UnreachableBrowserException
        || e instanceof UncheckedIOException
        || GONE.stream().anyMatch(small::contains)
        || NOT_FOUND.matcher(small).find();
  }

  /** What an error says, without what the client adds to it, and without secrets. */
  static String words(Throwable e, Secrets secrets) {
    return secrets
        .hiddenIn(String.valueOf(e.getMessage()))
        .lines()
        .takeWhile(line -> !line.startsWith("Host info:") && !line.startsWith("Build info:"))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .limit(LINES)
        .collect(Collectors.joining(" "));
  }

  /** It does not answer in time: nothing more is expected of it. */
  void lose(String why) {
    if (lost == null) {
      lost = new DeviceLost(why);
    }
  }

  /** Ends the session. Safe in any state. */
  @Override
  public void close() {
    if (isAlive()) {
      thread.execute(this::quit);
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(QUITTING_S, TimeUnit.SECONDS)) {
        thread.shutdownNow();
      }
    } catch (InterruptedException e) {
      thread.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  private void quit() {
    try {
      driver.quit();
    } catch (WebDriverException | UncheckedIOException e) {
      LOG.debug("the session does not end well: {}", words(e, secrets));
    }
  }
}
