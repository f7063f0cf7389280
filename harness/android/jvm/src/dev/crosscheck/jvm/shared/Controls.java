package dev.crosscheck.jvm.shared;

import java.io.File;
import java.util.List;

/**
 * A process of the app, as it is handled from outside of its sandbox. All but {@link #dataFolder} is called on the
 * app's main thread. This type is the same within the sandbox and without.
 */
public interface Controls {
  /**
   * Makes the system know the app.
   *
   * @param permissions those that its manifest asks for
   * @param providers the classes of its libraries' content providers, which start with it
   */
  void install(List<String> permissions, List<String> providers);

  /** Draws a screen that is nobody's, so that the app's own comes up at once. */
  void warm();

  /** Opens the app by its icon. */
  void launch();

  /** Hands a link to the app, which is opened by it if it is not open. */
  void link(String uri);

  /** Hands a link to the app beside its screen, which need not be open. */
  void broadcast(String uri);

  /** Hands a link to the app as other apps do: its screen is paused for it. */
  void follow(String uri);

  void background();

  void foreground();

  /** Leaves the app for good: its screen is stopped and destroyed. */
  void leave();

  void rotate(boolean landscape);

  void appearance(boolean dark);

  void permission(String name, boolean granted);

  void online(boolean online);

  /** Lets time pass, and everything that is due by then happen. */
  void tick(long nanos);

  /** What the element with this description shows; null where there is none. */
  String text(String description);

  /** PNG bytes. */
  byte[] screenshot();

  /** Lines of the log since the last call: level, tag and text. */
  List<String[]> log();

  File dataFolder();

  /** Ends the threads of this group that wait for messages: nobody would end them once the sandbox is gone. */
  void quit(ThreadGroup threads);
}
