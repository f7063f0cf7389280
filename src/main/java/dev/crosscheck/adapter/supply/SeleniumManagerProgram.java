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
 * Selenium Manager's own program, run here rather than through {@link SeleniumManager}, which waits
 * for an hour and cannot be interrupted.
 */
final class SeleniumManagerProgram {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String REQUEST_LIMIT_SECONDS = "30";

  private final Map<String, String> environment;
  private final Machine machine;

  SeleniumManagerProgram(Map<String, String> environment, Machine machine) {
    this.environment = environment;
    this.machine = machine;
  }

  /** Files that it found or fetched; empty where it did neither. */
  record Found(Optional<Path> browser, Optional<Path> driver) {
    static final Found NOTHING = new Found(Optional.empty(), Optional.empty());
  }

  boolean isBuiltForThisMachine() {
    return SeleniumManager.class.getResource(resource()) != null;
  }

  /**
   * @param browser as it calls it: {@code chrome}
   * @param file the browser that is here and needs a driver
   * @param cache what it fetches is kept there
   */
  Found ask(String browser, Optional<Path> file, Path cache)
      throws IOException, InterruptedException {
    Path program = Files.createTempFile(cache, "selenium-manager", ".exe");
    try (InputStream bytes = SeleniumManager.class.getResourceAsStream(resource())) {
      if (bytes == null) {
        return Found.NOTHING;
      }
      Files.copy(bytes, program, StandardCopyOption.REPLACE_EXISTING);
      return program.toFile().setExecutable(true)
          ? run(words(program, browser, file), cache)
          : Found.NOTHING;
    } finally {
      Files.deleteIfExists(program);
    }
  }

  private static List<String> words(Path program, String browser, Optional<Path> file) {
    List<String> words = new ArrayList<>(List.of(program.toString(), "--browser", browser));
    words.addAll(List.of("--output", "json", "--timeout", REQUEST_LIMIT_SECONDS));
    file.ifPresent(path -> words.addAll(List.of("--browser-path", path.toString())));
    return words;
  }

  private Found run(List<String> words, Path cache) throws InterruptedException {
    Map<String, String> own = new HashMap<>(environment);
    own.put("SE_CACHE_PATH", cache.toString());
    own.put("SE_AVOID_STATS", "true");
    try {
      Command.Result result = new Command(words, own, Optional.empty(), "", LIMIT).run();
      JsonNode answer = JsonMapper.shared().readTree(result.out()).path("result");
      return new Found(file(answer, "browser_path"), file(answer, "driver_path"));
    } catch (IOException | JacksonException e) {
      return Found.NOTHING; // not built for this machine, or cut short
    }
  }

  private static Optional<Path> file(JsonNode answer, String name) {
    String path = answer.path(name).asString("");
    return path.isEmpty() ? Optional.empty() : Optional.of(Path.of(path));
  }

  private String resource() {
    String name = machine.system().equals("windows") ? "selenium-manager.exe" : "selenium-manager";
    return machine.system() + "/" + name;
  }
}
