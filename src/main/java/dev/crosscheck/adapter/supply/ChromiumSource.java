package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where Chromium and its driver come from: our variables, PATH, apt, Selenium Manager.
 *
 * <p>apt goes first of the last two: on Debian it brings a browser with the libraries it needs,
 * while Chrome by Selenium Manager comes without them and does not start on a bare machine.
 */
final class ChromiumSource {
  private final Map<String, String> environment;
  private final SearchPath path;
  private final Machine machine;
  private final FileLocks locks;
  private final BrowserDownload download;
  private final Announcer announcer;
  private final boolean mayInstall;

  ChromiumSource(
      Path cache,
      Map<String, String> environment,
      Machine machine,
      FileLocks locks,
      Announcer announcer) {
    this.environment = environment;
    this.path = new SearchPath(environment);
    this.machine = machine;
    this.locks = locks;
    this.download = new BrowserDownload(cache, environment, machine, announcer);
    this.announcer = announcer;
    this.mayInstall = !"never".equals(environment.get("CROSSCHECK_INSTALL"));
  }

  ChromiumPair get() throws Shortage, IOException, InterruptedException {
    Optional<ChromiumPair> here = here();
    if (here.isPresent()) {
      return here.get().checked(environment);
    }
    List<String> tried = new ArrayList<>(List.of("not on PATH"));
    try (FileLocks.Held held = locks.hold("chromium")) {
      Optional<ChromiumPair> found = byApt(tried);
      if (found.isEmpty()) {
        found = download.get(path.find(Program.CHROMIUM), mayInstall);
        tried.add(mayInstall ? "Selenium Manager found none" : "CROSSCHECK_INSTALL is 'never'");
      }
      if (found.isPresent()) {
        return found.get().checked(environment);
      }
    }
    throw new Shortage("no " + missing() + ": " + String.join("; ", tried), remedy());
  }

  /** Whether it is here or there is a way to try; asks neither network nor programs. */
  boolean isLikely() {
    try {
      return here().isPresent()
          || mayInstall
          || download.remembered(path.find(Program.CHROMIUM)).isPresent();
    } catch (Shortage e) {
      return false;
    }
  }

  private Optional<ChromiumPair> here() throws Shortage {
    Optional<Path> browser = path.find(Program.CHROMIUM);
    Optional<Path> driver = path.find(Program.CHROMEDRIVER);
    return browser.flatMap(b -> driver.map(d -> new ChromiumPair(b, d)));
  }

  private Optional<ChromiumPair> byApt(List<String> tried)
      throws Shortage, IOException, InterruptedException {
    Optional<ChromiumPair> meanwhile = here();
    Optional<Path> aptGet = path.onPath(List.of("apt-get"));
    boolean chosen =
        path.named(Program.CHROMIUM).isPresent() || path.named(Program.CHROMEDRIVER).isPresent();
    if (meanwhile.isPresent() || aptGet.isEmpty() || chosen || !mayInstall || !canApt()) {
      return meanwhile;
    }
    Optional<String> complaint =
        new Apt(aptGet.get(), environment, announcer).install("chromium", "chromium-driver");
    tried.add(complaint.map(said -> "apt failed: " + said).orElse("apt did not bring it"));
    return here();
  }

  private boolean canApt() {
    return machine.debian() && machine.root();
  }

  private String missing() throws Shortage {
    if (path.find(Program.CHROMIUM).isEmpty()) {
      return path.find(Program.CHROMEDRIVER).isEmpty() ? "Chromium and chromedriver" : "Chromium";
    }
    return "chromedriver";
  }

  private String remedy() {
    String named = ", or name them with CROSSCHECK_CHROMIUM and CROSSCHECK_CHROMEDRIVER";
    return machine.debian()
        ? "apt-get install chromium chromium-driver" + named
        : "install Chrome or Chromium and the chromedriver of the same version" + named;
  }
}
