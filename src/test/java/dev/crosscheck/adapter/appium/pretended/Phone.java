package dev.crosscheck.adapter.appium.pretended;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;

/**
 * The phone behind the pretence, as far as it concerns the app under test: what its user and its
 * system do to the app. Each act completes when the app has taken it; acts are done in the order in
 * which they are asked for.
 */
public interface Phone extends AutoCloseable {
  /** Hears of the app, on any thread. */
  interface Listener {
    /**
     * A line of the log, or several in one text.
     *
     * @param level a letter of logcat's: V, D, I, W, E or F
     */
    void logged(int pid, String level, String tag, String text);
  }

  void heardBy(Listener listener);

  /** Where the app's process finds its proxy, on this machine; from the next process on. */
  void networkAt(int port);

  /** The app's package, {@code com.acme.app}. */
  String packageName();

  /** The activity's class, with its package. */
  String activity();

  /** Whether an intent with this link finds the app, by what its manifest says. */
  boolean opens(String uri);

  /** Whether the app's manifest asks for the permission, which may then be granted. */
  boolean asksFor(String permission);

  /** The app's process; empty where none runs. */
  OptionalInt pid();

  boolean isInFront();

  /** The text of the element that accessibility knows as {@code crosscheck-state}. */
  Optional<String> state();

  /** Opens the app by its icon, or brings it to the front. */
  CompletableFuture<Void> launch();

  /** Opens the app with a link. */
  CompletableFuture<Void> link(String uri);

  /** Whether it is the name of the app's receiver, with its package. */
  boolean receives(String component);

  /** Hands the app a link beside its screen; its process is started for it if need be. */
  CompletableFuture<Void> broadcast(String uri);

  /** Presses the home button. */
  CompletableFuture<Void> home();

  /** Ends the app's process at once; its data stays. */
  CompletableFuture<Void> stop();

  /** Ends the app's process and removes its data. */
  CompletableFuture<Void> clear();

  CompletableFuture<Void> rotate(boolean landscape);

  /** What the system shows itself and its apps in. */
  CompletableFuture<Void> appearance(boolean dark);

  CompletableFuture<Void> permission(String name, boolean granted);

  /** What the system says of the network; the way out itself is the pretence's. */
  CompletableFuture<Void> online(boolean online);

  /** PNG bytes of the app's screen. */
  CompletableFuture<byte[]> screenshot();

  @Override
  void close();
}
