package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version that a program says it has. */
record Version(int major, int minor, String text) {
  private static final Pattern NUMBERS = Pattern.compile("(\\d+)\\.(\\d+)(?:\\.\\d+)*");
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Asks the program itself, which also shows that it starts. */
  static Version of(Program program, Path file, Map<String, String> environment)
      throws Shortage, InterruptedException {
    Command.Result said;
    try {
      said = Command.of(environment, LIMIT, file.toString(), "--version").run();
    } catch (IOException e) {
      throw doesNotStart(program, file, String.valueOf(e.getMessage()));
    }
    Matcher numbers = NUMBERS.matcher(said.out());
    if (!said.ok() || !numbers.find()) {
      throw doesNotStart(program, file, said.lastLines(3));
    }
    return new Version(
        Integer.parseInt(numbers.group(1)), Integer.parseInt(numbers.group(2)), numbers.group());
  }

  boolean isBefore(int otherMajor, int otherMinor) {
    return major < otherMajor || major == otherMajor && minor < otherMinor;
  }

  private static Shortage doesNotStart(Program program, Path file, String why) {
    return new Shortage(
        "'" + file + " --version' does not answer with a version: " + why,
        "repair it, or name another with " + program.variable());
  }
}
