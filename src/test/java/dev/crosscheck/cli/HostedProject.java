package dev.crosscheck.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A checkout with the plugin Acme, in which {@code crosscheck host} is run. */
final class HostedProject {
  static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private static final List<String> WEB =
      List.of(
          "plugin: Acme",
          "writeKeySetting: token",
          "settings: {token: t}",
          "partner:",
          "  hosts: [api.acme.test]",
          "  messages: {event: {request: POST /track, decode: [json], sentinel: track}}",
          "web: {register: web/plugin.js}");

  private final Path folder;
  private final String platform;
  private final Printed out = new Printed();
  private final Printed err = new Printed();

  /**
   * @param platform {@code android} or {@code ios}
   * @param devices what devices.yaml says
   */
  HostedProject(Path folder, String platform, String devices) throws Exception {
    this.folder = folder;
    this.platform = platform;
    write("devices.yaml", devices);
    write("scenarios/acme/web/plugin.js", "export default {}");
  }

  Printed out() {
    return out;
  }

  Printed err() {
    return err;
  }

  /** Has plugin.yaml say this beside what it says of the web. */
  void plugin(List<String> part) throws Exception {
    List<String> lines = new ArrayList<>(WEB);
    lines.addAll(part);
    write("scenarios/acme/plugin.yaml", lines.toArray(String[]::new));
  }

  void write(String path, String... lines) throws Exception {
    Path file = folder.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  /** Returns the exit code of {@code crosscheck host PLATFORM}. */
  int host(String... arguments) {
    List<String> all = new ArrayList<>(List.of("host", platform, "--dir", folder.toString()));
    all.addAll(List.of(arguments));
    return execute(all.toArray(String[]::new));
  }

  int execute(String... arguments) {
    Map<String, String> environment =
        Map.of("CROSSCHECK_CACHE", folder.resolve("cache").toString(), "PATH", "/usr/bin:/bin");
    InstantSource clock = InstantSource.fixed(NOW);
    return Main.execute(
        new Shell(out.stream(), err.stream(), environment, false, clock), arguments);
  }
}
