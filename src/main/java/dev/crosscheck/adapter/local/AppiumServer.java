package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Pattern;

/**
 * An Appium server with a folder of its own, on the loopback interface, that drives one platform.
 */
final class AppiumServer implements AutoCloseable {
  private static final String NAME = "Appium";
  private static final Duration FAREWELL = Duration.ofSeconds(2);
  private static final Pattern LISTENS = Pattern.compile("listener started on http://");

  /**
   * Where a device is lost, its driver leaves a promise that fails with nobody to hear of it, which
   * would end the server, and with it the sessions of all other devices.
   */
  private static final String TOLERANT = "--unhandled-rejections=warn";

  /** What it says of itself each time it starts. */
  private static final Pattern ROUTINE =
      Pattern.compile("\\[Appium] (Welcome|Non-default|Attempting|\\{).*|\\s+\\w+: .*");

  private final Path folder;
  private final ProcessGroup process;
  private final URI address;
  private boolean closed;

  private AppiumServer(Path folder, ProcessGroup process, URI address) {
    this.folder = folder;
    this.process = process;
    this.address = address;
  }

  /**
   * What it is made of.
   *
   * @param node a Node.js on which it runs
   * @param modules the {@code node_modules} folder that holds it and its drivers
   * @param environment variables besides this process's own
   */
  record Parts(Path node, Path modules, Map<String, String> environment) {}

  /**
   * Starts it, and waits until it listens.
   *
   * @throws DeviceLost where it does not, with what it said
   */
  static AppiumServer start(Parts parts, int port, Driven driven, Deadline by) {
    Path folder = Folders.temporary();
    CompletableFuture<Boolean> listens = new CompletableFuture<>();
    ProcessGroup process = null;
    AppiumServer server = null;
    try {
      process =
          ProcessGroup.start(
              NAME,
              parts.node(),
              arguments(parts.modules(), port, driven, folder),
              environment(parts, driven, folder),
              folder,
              line -> isTaken(line, listens),
              driven.farewell());
      Starting.await(
          process, () -> Optional.ofNullable(listens.getNow(null)), "did not listen", by);
      server = new AppiumServer(folder, process, URI.create("http://127.0.0.1:" + port));
      return server;
    } finally {
      if (server == null) {
        if (process != null) {
          process.close();
        }
        Folders.remove(folder);
      }
    }
  }

  URI address() {
    return address;
  }

  /** How it ended; empty while it runs. */
  Optional<String> ended() {
    return process.ended();
  }

  /** Ends it, with the time to take leave of its devices, and all that it started. */
  @Override
  public synchronized void close() {
    if (!closed) {
      closed = true;
      process.dismiss(FAREWELL);
      Folders.remove(folder);
    }
  }

  /** Once it listens, what it logs is no news; what it complains about is. */
  private static boolean isTaken(String line, CompletableFuture<Boolean> listens) {
    if (LISTENS.matcher(line).find()) {
      listens.complete(true);
    }
    return listens.isDone() || ROUTINE.matcher(line).matches();
  }

  private static List<String> arguments(Path modules, int port, Driven driven, Path folder) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                modules.resolve("appium").resolve("index.js").toString(),
                "server",
                "--address=127.0.0.1",
                "--port=" + port,
                "--use-drivers=" + driven.driver(),
                "--tmp=" + folder,
                "--log-level=info",
                "--log-no-colors"));
    arguments.addAll(driven.arguments());
    return arguments;
  }

  private static Map<String, String> environment(Parts parts, Driven driven, Path folder) {
    Map<String, String> variables = new HashMap<>(parts.environment());
    variables.put("TMPDIR", folder.toString());
    variables.put("APPIUM_HOME", home(parts.modules(), driven, folder).toString());
    variables.merge("NODE_OPTIONS", TOLERANT, (own, ours) -> own + " " + ours);
    variables.putAll(driven.variables());
    return variables;
  }

  /**
   * A folder for its list of drivers, which it writes where it finds them: several servers would
   * write it at once, into what others take for finished.
   */
  private static Path home(Path modules, Driven driven, Path folder) {
    try {
      Path own = Files.createDirectories(folder.resolve("appium").resolve("node_modules"));
      Files.createSymbolicLink(own.resolve(driven.module()), modules.resolve(driven.module()));
      return folder.resolve("appium");
    } catch (IOException | UnsupportedOperationException e) {
      return modules.resolveSibling(""); // Windows gives links to few
    }
  }
}
