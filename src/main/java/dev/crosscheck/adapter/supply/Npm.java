package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Shortage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Runs npm with flags that keep it to its one task: no scripts of packages, no questions. */
final class Npm {
  private static final Duration LIMIT = Duration.ofMinutes(10);

  private final Path npm;
  private final Map<String, String> environment;

  /**
   * @param node the Node.js that npm runs on
   */
  Npm(Path npm, Path node, Map<String, String> environment) {
    this.npm = npm;
    this.environment = new HashMap<>(environment);
    // npm starts with "env node": let that be the one that was checked
    this.environment.merge(
        "PATH", String.valueOf(node.getParent()), (rest, own) -> own + File.pathSeparator + rest);
  }

  /**
   * Runs it in a folder.
   *
   * @param what for, as its user calls it
   */
  void run(Path folder, String what, String... arguments) throws Shortage, InterruptedException {
    List<String> words = new ArrayList<>(List.of(npm.toString()));
    words.addAll(List.of(arguments));
    words.addAll(List.of("--ignore-scripts", "--no-audit", "--no-fund", "--no-update-notifier"));
    words.addAll(List.of("--fetch-retry-mintimeout=1000", "--fetch-retry-maxtimeout=5000"));
    words.add("--fetch-timeout=60000");
    Command.Result result = run(new Command(words, environment, Optional.of(folder), "", LIMIT));
    if (!result.ok()) {
      throw NpmTrouble.of(arguments[0], what, result);
    }
  }

  private Command.Result run(Command command) throws Shortage, InterruptedException {
    try {
      return command.run();
    } catch (IOException e) {
      throw new Shortage(
          "cannot run '" + npm + "': " + e.getMessage(),
          "repair it, or name another with CROSSCHECK_NPM");
    }
  }
}
