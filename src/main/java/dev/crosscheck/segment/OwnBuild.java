package dev.crosscheck.segment;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Shortage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Runs each partner's own build, once a run, before what it made is put on a device. */
public final class OwnBuild {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int LINES = 6;

  private final Path folder;
  private final Map<String, String> environment;
  private final Consumer<String> announce;
  private final Duration limit;

  /** The builds that were run, by where their commands stand, and how they failed. */
  private final Map<Build, Optional<Finding>> done = new HashMap<>();

  /**
   * @param folder where the commands run
   * @param environment all that they see: the user's own
   */
  public OwnBuild(Path folder, Map<String, String> environment, Consumer<String> announce) {
    this(folder, environment, announce, LIMIT);
  }

  OwnBuild(
      Path folder, Map<String, String> environment, Consumer<String> announce, Duration limit) {
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.announce = announce;
    this.limit = limit;
  }

  /** Makes the files that a plugin's part for this SDK names, if it says how. */
  public synchronized void make(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed {
    Optional<Build> wanted =
        switch (sdk) {
          case ANALYTICS_NEXT -> plugin.webBuild();
          case ANALYTICS_ANDROID, ANALYTICS_KOTLIN -> plugin.android().flatMap(AndroidPart::build);
          case ANALYTICS_SWIFT, ANALYTICS_IOS -> plugin.ios().flatMap(IosPart::build);
        };
    if (wanted.isPresent()) {
      Build build = wanted.get();
      Optional<Finding> known = done.get(build);
      Optional<Finding> failure = known == null ? run(plugin, build) : known;
      done.put(build, failure);
      if (failure.isPresent()) {
        throw new BuildFailed(failure.get());
      }
    }
  }

  private Optional<Finding> run(Plugin plugin, Build build) throws Shortage {
    announce.accept("building " + plugin.id() + ": " + build.command() + " …");
    try {
      Command.Result result =
          new Command(shell(build.command()), environment, Optional.of(folder), "", limit).run();
      if (result.ok()) {
        announce.accept("built " + plugin.id());
        return Optional.empty();
      }
      return Optional.of(
          failure(build, "failed with exit code " + result.exit(), result.lastLines(LINES)));
    } catch (IOException e) {
      return Optional.of(failure(build, "cannot be run", String.valueOf(e.getMessage())));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Shortage("interrupted while building " + plugin.id(), "run it again");
    }
  }

  /** Tools complain on either output: what counts is what they said last. */
  private static List<String> shell(String command) {
    return File.separatorChar == '\\'
        ? List.of("cmd", "/d", "/s", "/c", command)
        : List.of("/bin/sh", "-c", "exec 2>&1\n" + command);
  }

  private static Finding failure(Build build, String what, String words) {
    String said = words.isEmpty() ? "" : ": " + words.replace("\n", "\n    ");
    return Finding.error(
        "OwnBuildFailed",
        build.at(),
        "'" + build.command() + "' " + what + said,
        "it is run at the top of the repository; make it work there");
  }
}
