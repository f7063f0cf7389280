package dev.crosscheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * What git says about the folder that a run starts in; nothing where there is no git or no
 * checkout.
 */
record Checkout(Optional<String> commit, boolean dirty) {
  private static final long PATIENCE_SECONDS = 5;

  static Checkout at(Path folder) {
    Optional<String> commit = git(folder, "rev-parse", "HEAD").map(String::strip);
    boolean dirty =
        commit.isPresent()
            && git(folder, "status", "--porcelain").filter(out -> !out.isBlank()).isPresent();
    return new Checkout(commit, dirty);
  }

  private static Optional<String> git(Path folder, String... arguments) {
    List<String> command = new ArrayList<>(List.of("git", "-C", folder.toString()));
    command.addAll(List.of(arguments));
    try {
      Process git =
          new ProcessBuilder(command)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
              .start();
      git.onExit()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
          .whenComplete((p, e) -> git.destroy());
      String out = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return git.waitFor() == 0 ? Optional.of(out) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }
}
