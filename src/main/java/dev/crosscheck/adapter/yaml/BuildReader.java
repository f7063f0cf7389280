package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Build;
import java.util.Optional;

/** Reads the command of a plugin's own build. It stands in one line, so that it is told in one. */
final class BuildReader {
  private BuildReader() {}

  static Optional<Build> read(Cursor value) {
    return value
        .text()
        .filter(command -> command.lines().count() == 1 || value.wrong("one line").isPresent())
        .map(command -> new Build(value.at(), command.strip()));
  }
}
