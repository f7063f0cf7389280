package dev.crosscheck.adapter.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The adb server through which devices are reached: the user's own where one runs, since a device
 * on a cable belongs to one of them only; else one of ours, which the first {@code adb} starts and
 * which would outlive all of us.
 *
 * @param ours whether it is for us to end
 * @see <a
 *     href="https://android.googlesource.com/platform/packages/modules/adb/+/HEAD/SERVICES.TXT">its
 *     services</a>
 */
record AdbServer(int port, boolean ours) {
  /** Names the port to {@code adb} and to emulators. */
  static final String VARIABLE = "ANDROID_ADB_SERVER_PORT";

  private static final Logger LOG = LoggerFactory.getLogger(AdbServer.class);
  private static final int USUAL_PORT = 5037;
  private static final int LAST_PORT = 65_535;
  private static final int PATIENCE_MS = 2_000;
  private static final String KILL = "0009host:kill";

  /** The one that runs, else a new one; it starts nothing. */
  static AdbServer choose(Map<String, String> environment, IntSupplier freePorts) {
    Optional<Integer> named = port(environment.getOrDefault(VARIABLE, "").strip());
    int port = named.orElse(USUAL_PORT);
    if (listens(port)) {
      return new AdbServer(port, false);
    }
    return new AdbServer(named.orElseGet(freePorts::getAsInt), true);
  }

  private static Optional<Integer> port(String text) {
    return text.matches("[1-9]\\d{0,4}")
        ? Optional.of(Integer.parseInt(text)).filter(port -> port <= LAST_PORT)
        : Optional.empty();
  }

  /** Ends it where it is ours. */
  Farewell farewell(Path adb) {
    return ours
        ? new Farewell(
            this::end, List.of(adb.toString(), "-P", Integer.toString(port), "kill-server"))
        : Farewell.NONE;
  }

  private void end() {
    List<ProcessHandle> servers = ProcessHandle.allProcesses().filter(this::isServer).toList();
    ask();
    CompletableFuture<?>[] ends =
        servers.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, PATIENCE_MS, TimeUnit.MILLISECONDS)
        .join();
    servers.forEach(ProcessHandle::destroyForcibly);
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void ask() {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
      socket.setSoTimeout(PATIENCE_MS);
      socket.getOutputStream().write(KILL.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      LOG.debug("no adb server at port {}: {}", port, e.toString());
    }
  }

  /** {@code adb -L tcp:localhost:15037 fork-server server --reply-fd 4}. */
  private boolean isServer(ProcessHandle process) {
    List<String> arguments = Arrays.asList(process.info().arguments().orElse(new String[0]));
    return arguments.contains("fork-server")
        && arguments.stream().anyMatch(argument -> argument.matches("tcp:(.*:)?" + port));
  }
}
