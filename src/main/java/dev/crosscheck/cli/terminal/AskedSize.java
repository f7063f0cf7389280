package dev.crosscheck.cli.terminal;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The size of this process's terminal, as {@code stty} and the variables COLUMNS and LINES tell:
 * the smaller where they differ, so that nothing wraps. Asked anew every two seconds, for windows
 * change.
 */
public final class AskedSize implements Supplier<TerminalSize> {
  private static final Duration FRESH = Duration.ofSeconds(2);
  private static final Pattern ROWS_AND_COLUMNS = Pattern.compile("(\\d{1,5}) (\\d{1,5})\\s*");
  private static final Pattern NUMBER = Pattern.compile("[1-9]\\d{0,4}");

  private final Map<String, String> environment;
  private final InstantSource clock;
  private final Supplier<String> stty;
  private TerminalSize last = TerminalSize.USUAL;
  private Instant due = Instant.MIN;

  public AskedSize(Map<String, String> environment, InstantSource clock) {
    this(environment, clock, AskedSize::stty);
  }

  /**
   * @param stty what {@code stty size} says, such as {@code 24 80}; empty where it says nothing
   */
  AskedSize(Map<String, String> environment, InstantSource clock, Supplier<String> stty) {
    this.environment = Map.copyOf(environment);
    this.clock = clock;
    this.stty = stty;
  }

  @Override
  public synchronized TerminalSize get() {
    Instant now = clock.instant();
    if (!now.isBefore(due)) {
      last = ask();
      due = now.plus(FRESH);
    }
    return last;
  }

  private TerminalSize ask() {
    Matcher said = ROWS_AND_COLUMNS.matcher(stty.get());
    boolean known = said.matches();
    return new TerminalSize(
        smaller(known ? said.group(2) : "", "COLUMNS").orElse(TerminalSize.USUAL.columns()),
        smaller(known ? said.group(1) : "", "LINES").orElse(TerminalSize.USUAL.rows()));
  }

  private Optional<Integer> smaller(String said, String variable) {
    Optional<Integer> told = number(said);
    Optional<Integer> set = number(environment.getOrDefault(variable, ""));
    return told.flatMap(a -> set.map(b -> Math.min(a, b))).or(() -> told).or(() -> set);
  }

  /** A terminal that does not know its size says 0. */
  private static Optional<Integer> number(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Integer.valueOf(text)) : Optional.empty();
  }

  private static String stty() {
    try {
      Process process =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      try (InputStream out = process.getInputStream()) {
        if (process.waitFor(1, TimeUnit.SECONDS)) {
          return new String(out.readAllBytes(), StandardCharsets.UTF_8);
        }
      } finally {
        process.destroyForcibly();
      }
    } catch (IOException noTerminalOrNoSuchProgram) {
      return "";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return "";
  }
}
