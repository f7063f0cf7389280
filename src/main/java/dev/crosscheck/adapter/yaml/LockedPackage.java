package dev.crosscheck.adapter.yaml;

import dev.crosscheck.supply.NpmPackage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** A published package that is the plugin must be pinned by the lock beside plugin.yaml. */
final class LockedPackage {
  private static final String PREFIX = "npm:";
  private static final String LOCK = "package-lock.json";

  private LockedPackage() {}

  static boolean isMeantBy(String source) {
    return source.startsWith(PREFIX);
  }

  /** The source as it is written, of a package that is pinned in just that version. */
  static Optional<String> source(Cursor value, String source, PluginFolder folder) {
    Optional<NpmPackage> itself = NpmPackage.parse(source);
    if (itself.isEmpty()) {
      value.error(
          Rule.BAD_PACKAGE,
          "'" + Shown.of(source) + "' is no package",
          "write npm:name@1.2.3 with an exact version");
      return Optional.empty();
    }
    Optional<String> fault = fault(itself.get(), folder);
    fault.ifPresent(
        words ->
            value.error(
                Rule.NOT_LOCKED,
                words,
                "run npm install --save-exact "
                    + source.substring(PREFIX.length())
                    + " beside plugin.yaml, and keep package.json and "
                    + LOCK));
    return fault.isPresent() ? Optional.empty() : Optional.of(source);
  }

  private static Optional<String> fault(NpmPackage itself, PluginFolder folder) {
    Optional<Path> lock = folder.beside(LOCK);
    if (lock.isEmpty()) {
      return Optional.of("there is no " + LOCK + " that pins '" + itself.name() + "'");
    }
    Optional<String> pinned;
    try {
      pinned = pinned(itself, Files.readAllBytes(lock.get()));
    } catch (IOException | JacksonException e) {
      return Optional.of(LOCK + " cannot be read");
    }
    if (pinned.isEmpty()) {
      return Optional.of("'" + itself.name() + "' is not in " + LOCK);
    }
    return pinned
        .filter(version -> !version.equals(itself.version()))
        .map(version -> LOCK + " pins '" + itself.name() + "' in " + Shown.of(version));
  }

  private static Optional<String> pinned(NpmPackage itself, byte[] lock) {
    String version =
        JsonMapper.shared()
            .readTree(lock)
            .path("packages")
            .path("node_modules/" + itself.name())
            .path("version")
            .asString("");
    return Optional.of(version).filter(text -> !text.isEmpty());
  }
}
