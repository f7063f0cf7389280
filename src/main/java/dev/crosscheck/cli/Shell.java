package dev.crosscheck.cli;

import java.io.Console;
import java.io.PrintStream;
import java.time.InstantSource;
import java.util.Map;

/**
 * What a command finds around it.
 *
 * @param terminal someone is watching: standard output is a terminal that can move its cursor
 */
record Shell(
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    boolean terminal,
    InstantSource clock) {

  Shell {
    environment = Map.copyOf(environment);
  }

  static Shell system() {
    Map<String, String> environment = System.getenv();
    boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
    boolean terminal = isTerminal() && !dumb && CiBuild.in(environment).isEmpty();
    return new Shell(System.out, System.err, environment, terminal, InstantSource.system());
  }

  /** Colours are for terminals, and for those who did not decline them (no-color.org). */
  boolean colours(boolean declined) {
    return terminal && !declined && environment.getOrDefault("NO_COLOR", "").isEmpty();
  }

  /** Since JDK 22 there is a console without a terminal too, and a method that tells. */
  private static boolean isTerminal() {
    Console console = System.console();
    if (console == null || Runtime.version().feature() < 22) {
      return console != null;
    }
    try {
      return (boolean) Console.class.getMethod("isTerminal").invoke(console);
    } catch (ReflectiveOperationException e) {
      return false;
    }
  }
}
