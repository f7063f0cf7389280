package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Installs Debian packages; for one thread at a time. */
final class Apt {
  private static final Duration LIMIT = Duration.ofMinutes(20);

  private final Optional<Path> aptGet;
  private final Map<String, String> environment;
  private final Announcer announcer;
  private boolean listsFetched;

  /**
   * @param aptGet empty where there is none
   */
  Apt(Optional<Path> aptGet, Map<String, String> environment, Announcer announcer) {
    this.aptGet = aptGet;
    this.environment = new HashMap<>(environment);
    this.environment.put("DEBIAN_FRONTEND", "noninteractive");
    this.announcer = announcer;
  }

  boolean isHere() {
    return aptGet.isPresent();
  }

  /**
   * Installs them. The package lists are fetched before, once: by the old ones of an image apt
   * installs old browsers, or none. Where they cannot be had, it is tried with those there are.
   *
   * @return what apt complained about; empty if they are installed
   */
  Optional<String> install(List<String> packages) throws IOException, InterruptedException {
    String names = listed(packages);
    try (Announcer.Work work = announcer.begin("installing " + names + " with apt")) {
      if (!listsFetched) {
        listsFetched = true;
        run(List.of("update"));
      }
      List<String> install = new ArrayList<>(List.of("install", "-y", "--no-install-recommends"));
      install.addAll(packages);
      Command.Result result = run(install);
      if (result.ok()) {
        work.done("installed " + names + " with apt");
        return Optional.empty();
      }
      return Optional.of(result.lastLines(4));
    }
  }

  private static String listed(List<String> names) {
    int last = names.size() - 1;
    return last == 0
        ? names.get(0)
        : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private Command.Result run(List<String> arguments) throws IOException, InterruptedException {
    List<String> words = new ArrayList<>(List.of(aptGet.orElseThrow().toString(), "-q"));
    words.addAll(List.of("-o", "DPkg::Lock::Timeout=300"));
    words.addAll(arguments);
    return new Command(words, environment, Optional.empty(), "", LIMIT).run();
  }
}
