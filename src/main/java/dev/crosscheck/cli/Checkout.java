package dev.crosscheck.cli;

import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What git says about the folder that a run starts in; nothing where there is no git or no
 * checkout.
 */
record Checkout(Optional<String> commit, boolean dirty) {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  static Checkout at(Path folder, Map<String, String> environment) {
    Optional<String> commit = git(folder, environment, "rev-parse", "HEAD").map(String::strip);
    boolean dirty =
        commit.isPresent()
            && git(folder, environment, "status", "--porcelain")
                .filter(changes -> !changes.isBlank())
                .isPresent();
    return new Checkout(commit, dirty);
  }

  private static Optional<String> git(
      Path folder, Map<String, String> environment, String... arguments) {
    List<String> words =
        Stream.concat(Stream.of("git", "-C", folder.toString()), Stream.of(arguments)).toList();
    try {
      Command.Result said = Command.of(environment, PATIENCE, words.toArray(String[]::new)).run();
      return said.ok() ? Optional.of(said.out()) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
