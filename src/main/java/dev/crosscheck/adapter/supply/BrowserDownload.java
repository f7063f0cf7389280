package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Command;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.manager.SeleniumManager;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Chrome and its driver by Selenium Manager, for machines without a package manager of ours.
 *
 * <p>Its program is run here rather than through {@link SeleniumManager}, which waits for an hour
 * and cannot be interrupted.
 */
final class BrowserDownload {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String REQUEST_LIMIT_SECONDS = "30";

  private final Path cache;
  private final Map<String, String> environment;
  private final Machine machine;
  private final Announcer announcer;

  BrowserDownload(
      Path cache, Map<String, String> environment, Machine machine, Announcer announcer) {
    this.cache = cache.resolve("selenium");
    this.environment = new HashMap<>(environment);
    this.environment.put("SE_CACHE_PATH", this.cache.toString());
    this.environment.put("SE_AVOID_STATS", "true");
    this.machine = machine;
    this.announcer = announcer;
  }

  /**
   * Looks in what was downloaded before, then asks the network.
   *
   * @param browser one that is here and needs a driver
   * @param mayDownload false: only what is here already
   */
  Optional<ChromiumPair> get(Optional<Path> browser, boolean mayDownload)
      throws IOException, InterruptedException {
    Optional<ChromiumPair> before = remembered(browser);
    if (before.isPresent() || !mayDownload) {
      return before;
    }
    Optional<Path> program = program();
    if (program.isEmpty()) {
      return Optional.empty();
    }
    try (Announcer.Work work = announcer.begin("fetching Chrome with Selenium Manager")) {
      Optional<ChromiumPair> found = ask(program.get(), browser);
      if (found.isPresent()) {
        remember(found.get());
        work.done("fetched " + found.get().driver());
      }
      return found;
    }
  }

  private Optional<ChromiumPair> ask(Path program, Optional<Path> browser)
      throws InterruptedException {
    List<String> words = new ArrayList<>(List.of(program.toString(), "--browser", "chrome"));
    words.addAll(List.of("--output", "json", "--timeout", REQUEST_LIMIT_SECONDS));
    browser.ifPresent(file -> words.addAll(List.of("--browser-path", file.toString())));
    try {
      Command.Result result = new Command(words, environment, Optional.empty(), "", LIMIT).run();
      return pair(JsonMapper.shared().readTree(result.out()).path("result"));
    } catch (IOException | JacksonException e) {
      return Optional.empty(); // not built for this machine, or cut short
    }
  }

  private static Optional<ChromiumPair> pair(JsonNode result) {
    String browser = result.path("browser_path").asString("");
    String driver = result.path("driver_path").asString("");
    return browser.isEmpty() || driver.isEmpty()
        ? Optional.empty()
        : Optional.of(new ChromiumPair(Path.of(browser), Path.of(driver)))
            .filter(ChromiumPair::isThere);
  }

  /** Selenium Manager asks the network again every hour; we keep what it said. */
  Optional<ChromiumPair> remembered(Optional<Path> browser) {
    try {
      List<String> lines = Files.readAllLines(cache.resolve("crosscheck.txt"));
      return Optional.of(new ChromiumPair(Path.of(lines.get(0)), Path.of(lines.get(1))))
          .filter(ChromiumPair::isThere)
          .filter(pair -> browser.isEmpty() || browser.get().equals(pair.browser()));
    } catch (IOException | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private void remember(ChromiumPair pair) throws IOException {
    Files.createDirectories(cache);
    Files.writeString(
        cache.resolve("crosscheck.txt"), pair.browser() + "\n" + pair.driver() + "\n");
  }

  private Optional<Path> program() throws IOException {
    String name = machine.system().equals("windows") ? "selenium-manager.exe" : "selenium-manager";
    try (InputStream bytes =
        SeleniumManager.class.getResourceAsStream(machine.system() + "/" + name)) {
      if (bytes == null) {
        return Optional.empty();
      }
      Files.createDirectories(cache);
      Path fresh = Files.createTempFile(cache, "selenium-manager", ".tmp");
      Files.copy(bytes, fresh, StandardCopyOption.REPLACE_EXISTING);
      if (!fresh.toFile().setExecutable(true)) {
        return Optional.empty();
      }
      return Optional.of(
          Files.move(fresh, cache.resolve(name), StandardCopyOption.REPLACE_EXISTING));
    }
  }
}
