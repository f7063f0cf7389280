package dev.crosscheck.cli;

import java.util.logging.ConsoleHandler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.Logger;

/** What the libraries have to say: nothing, unless someone asks. */
public final class Logging {
  private Logging() {}

  /** Nothing is written, so that what a user reads is ours. */
  public static void silence() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
  }

  /** Everything from information up goes to standard error. */
  static void speak() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new ConsoleHandler());
  }
}
