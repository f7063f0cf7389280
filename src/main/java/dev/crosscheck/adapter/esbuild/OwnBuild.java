package dev.crosscheck.adapter.esbuild;

import dev.crosscheck.finding.Finding;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.segment.WebBuilder;
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

/** Runs each partner's own build, once a run, before what it made is built for the page. */
public final class OwnBuild implements WebBuilder {
  private static final Duration LIMIT = Duration.ofMinutes(10);
  private static final int LINES = 6;

  private final WebBuilder then;
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
  public OwnBuild(
      WebBuilder then, Path folder, Map<String, String> environment, Consumer<String> announce) {
    this(then, folder, environment, announce, LIMIT);
  }

  OwnBuild(
      WebBuilder then,
      Path folder,
      Map<String, String> environment,
      Consumer<String> announce,
      Duration limit) {
    this.then = then;
    this.folder = folder;
    this.environment = Map.copyOf(environment);
    this.announce = announce;
    this.limit = limit;
  }

  @Override
  public WebAssets assets() throws Shortage {
    return then.assets();
  }

  @Override
  public synchronized WebBuild build(Plugin plugin) throws Shortage, BuildFailed {
    if (plugin.webBuild().isPresent()) {
      Build build = plugin.webBuild().get();
      Optional<Finding> known = done.get(build);
      Optional<Finding> failure = known == null ? run(plugin, build) : known;
      done.put(build, failure);
      if (failure.isPresent()) {
        throw new BuildFailed(failure.get());
      }
    }
    return then.build(plugin);
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
