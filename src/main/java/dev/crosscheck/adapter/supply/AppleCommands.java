package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Asks Apple's command-line tools, as PATH leads to them. */
final class AppleCommands {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  private final Map<String, String> environment;
  private final SearchPath path;

  /**
   * @param top where the machine's files begin
   */
  AppleCommands(Map<String, String> environment, Path top) {
    this.environment = environment;
    this.path = new SearchPath(environment, top);
  }

  /** What a program said, and what kept it from saying it. */
  record Asked(String out, Optional<String> trouble) {}

  Asked ask(String... words) {
    return ask(LIMIT, words);
  }

  /**
   * @param limit how long it may take
   */
  Asked ask(Duration limit, String... words) {
    try {
      Command.Result result = Command.of(environment, limit, found(words)).run();
      return result.ok()
          ? new Asked(result.out().strip(), Optional.empty())
          : new Asked("", Optional.of("'%s' says: %s".formatted(words[0], result.lastLines(2))));
    } catch (IOException e) {
      return new Asked("", Optional.of("'" + words[0] + "' cannot be run"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Asked("", Optional.of("interrupted"));
    }
  }

  /** A child is looked for along the PATH of this process, and not along the one it gets. */
  private String[] found(String... words) {
    String[] all = words.clone();
    path.onPath(words[0]).ifPresent(file -> all[0] = file.toString());
    return all;
  }
}
