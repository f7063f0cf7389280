package dev.crosscheck.cli;

import dev.crosscheck.matrix.RunFacts;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

/** What is known of a run before it starts. */
final class RunStart {
  private static final DateTimeFormatter ID =
      DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private RunStart() {}

  /** The run's id is its start and its process: {@code 20261121-030000-4711}. */
  static RunFacts facts(Path base, Map<String, String> environment, InstantSource clock) {
    Instant now = clock.instant();
    Checkout checkout = Checkout.at(base.toAbsolutePath(), environment);
    return new RunFacts(
        ID.format(now) + "-" + ProcessHandle.current().pid(),
        now,
        Duration.ZERO,
        Version.number(),
        checkout.commit(),
        checkout.dirty(),
        "hermetic",
        CiBuild.in(environment),
        false);
  }
}
