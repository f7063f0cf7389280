package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A WebDriverAgent that was built: a {@code WebDriverAgentRunner-Runner.app}. The app itself is
 * Xcode's, the same in every version; what tells is the library in it. Appium builds those that it
 * offers before it raises that number: they name the version before their own.
 */
record WebDriverAgentApp(Path path) {
  private static final String LIBRARY =
      "PlugIns/WebDriverAgentRunner.xctest/Frameworks/WebDriverAgentLib.framework/Info.plist";
  private static final String PACKAGE = "node_modules/appium-webdriveragent";
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** Whether it looks like one. */
  boolean isOne() {
    return path.toString().endsWith(".app") && Files.isRegularFile(path.resolve("Info.plist"));
  }

  /** What says its version, a property list; empty where it was left out. */
  Optional<Path> properties() {
    return Optional.of(path.resolve(LIBRARY)).filter(Files::isRegularFile);
  }

  /**
   * The version that it calls itself.
   *
   * @param json that property list as JSON
   */
  static Optional<String> version(String json) {
    try {
      String version = JSON.readTree(json).path("CFBundleShortVersionString").asString("");
      return Optional.of(version).filter(text -> !text.isEmpty());
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  /** The version that the pinned driver brings and is made for. */
  static String pinned() {
    try {
      JsonNode packages = JSON.readTree(NpmPackages.lock("appium")).path("packages");
      return packages.properties().stream()
          .filter(entry -> entry.getKey().endsWith(PACKAGE))
          .map(Map.Entry::getValue)
          .map(found -> found.path("version").asString(""))
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("the lock of appium has no " + PACKAGE));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
