package dev.crosscheck.mobile;

import dev.crosscheck.capture.Body;
import dev.crosscheck.scenario.Step;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.node.ObjectNode;

/**
 * A host app of one user on one phone, as the phone and its user handle it.
 *
 * <p>Each command begins at once and completes when it is done, so that an app which is busy keeps
 * nobody from asking for something else. It completes with {@link CommandFailed} where the phone
 * says that it cannot be done, and with {@link dev.crosscheck.device.DeviceLost} where the phone is
 * gone.
 */
public interface App extends AutoCloseable {

  /** Hears of the app, on any thread. */
  interface Listener {
    /** The text of the element that shows the app's state. */
    void shows(String text);

    /**
     * A line of the phone's log.
     *
     * @param level {@code debug}, {@code info}, {@code warn} or {@code error}
     */
    void logged(String level, String tag, String text);

    /**
     * @param trace the stack trace of what nobody caught
     */
    void crashed(String trace);
  }

  /** Who hears of the app from now on. */
  void heardBy(Listener who);

  /** Hands the app a link of ours, which its user does not see. */
  CompletableFuture<?> link(String uri);

  /** Follows a link into the app, as from another one. */
  CompletableFuture<?> follow(String uri);

  /**
   * Has a simulator's system deliver a push message to the app, which is in front, as one that a
   * server has sent.
   *
   * @param fields what the message says
   * @param step what the app is to do when it comes, in JSON as the links of steps have it
   * @return empty where there is no simulator of ours: then a link tells the app of the message
   */
  default Optional<CompletableFuture<?>> push(ObjectNode fields, String step) {
    return Optional.empty();
  }

  CompletableFuture<?> background();

  CompletableFuture<?> foreground();

  /** Ends the app's process, and opens the app again; what it kept on disk is there. */
  CompletableFuture<?> relaunch();

  CompletableFuture<?> rotate(Step.Rotate.Orientation to);

  CompletableFuture<?> appearance(Step.Appearance.Look look);

  /**
   * Gives the app a permission, or takes it away; where that {@linkplain #endsFor ends} its
   * process, its user opens it again.
   *
   * @param name as its system has it, such as {@code android.permission.ACCESS_FINE_LOCATION}, or
   *     {@code location} on iOS
   */
  CompletableFuture<?> permission(String name, boolean granted);

  /** Whether a permission that is given, or taken away, is the end of the app's process. */
  default boolean endsFor(boolean granted) {
    return false;
  }

  /** What the phone tells its apps of the network. */
  CompletableFuture<?> online(boolean online);

  /** A PNG. */
  CompletableFuture<Body> screenshot();

  /** The stack of the app's main thread; empty where the phone does not tell. */
  CompletableFuture<String> whereabouts();

  /** Leaves the app for good: it goes to the background, and its screen is gone. */
  CompletableFuture<?> leave();

  /** What became of a phone that answers no more; empty while it does. Quick. */
  Optional<String> ended();

  /** Ends the app at once, in any state; never throws. */
  @Override
  void close();
}
