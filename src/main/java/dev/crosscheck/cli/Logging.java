package dev.crosscheck.cli;

import dev.crosscheck.device.Secrets;
import java.util.logging.ConsoleHandler;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** What the libraries have to say: nothing, unless someone asks. */
public final class Logging {
  private Logging() {}

  /** Nothing is written, so that what a user reads is ours. */
  public static void silence() {
    LogManager.getLogManager().reset();
    Logger.getLogger("").setLevel(Level.OFF);
  }

  /** What is written from now on is without these. */
  static void hide(Secrets secrets) {
    for (Handler handler : Logger.getLogger("").getHandlers()) {
      handler.setFormatter(new Discreet(handler.getFormatter(), secrets));
    }
  }

  /** Everything from information up goes to standard error. */
  static void speak() {
    LogManager.getLogManager().reset();
    Logger root = Logger.getLogger("");
    root.setLevel(Level.INFO);
    root.addHandler(new ConsoleHandler());
  }

  private static final class Discreet extends Formatter {
    private final Formatter usual;
    private final Secrets secrets;

    Discreet(Formatter usual, Secrets secrets) {
      this.usual = usual;
      this.secrets = secrets;
    }

    @Override
    public String format(LogRecord logged) {
      return secrets.hiddenIn(usual.format(logged));
    }
  }
}
