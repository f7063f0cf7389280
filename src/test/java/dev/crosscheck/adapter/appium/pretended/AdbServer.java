package dev.crosscheck.adapter.appium.pretended;

import dev.crosscheck.device.Endpoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The real server of adb, at a port of its own, so that it meets no device but those that it is
 * told of, and no developer's server meets these.
 */
public final class AdbServer implements AutoCloseable {
  private static final long PATIENCE_S = 20;

  private final Path adb;
  private final int port;

  private AdbServer(Path adb, int port) {
    this.adb = adb;
    this.port = port;
  }

  /** Starts it at a port that nobody has. */
  public static AdbServer start(Path adb) {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      int port = free.getLocalPort();
      free.close();
      return at(adb, port);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The one at this port, which is started where none runs. */
  public static AdbServer at(Path adb, int port) {
    AdbServer server = new AdbServer(adb, port);
    server.run("start-server");
    return server;
  }

  /** The one that this endpoint's server uses, by its capability. */
  public static AdbServer of(Endpoint endpoint, Path adb) {
    String port = String.valueOf(endpoint.capabilities().get("appium:adbPort"));
    return at(adb, Integer.parseInt(port));
  }

  public int port() {
    return port;
  }

  /** Makes a device known as a real one's serial, {@code 127.0.0.1:PORT}, which it returns. */
  public String connect(PretendedDevice device) {
    String serial = "127.0.0.1:" + device.port();
    String said = run("connect", serial);
    if (!said.contains("connected to " + serial)) {
      throw new IllegalStateException("adb: " + said);
    }
    return serial;
  }

  /**
   * Makes a device known as an emulator, as the emulator itself does when it has come up: {@code
   * emulator-CONSOLE}, which is the port below that of its daemon. Returns the serial.
   */
  public String announce(PretendedDevice emulator) {
    announce(port, emulator.port());
    String serial = "emulator-" + (emulator.port() - 1);
    run("-s", serial, "wait-for-device");
    return serial;
  }

  /** Tells the server at a port of an emulator's daemon. */
  static void announce(int server, int daemon) {
    String request = "host:emulator:" + daemon;
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server)) {
      String message = "%04x%s".formatted(request.length(), request);
      socket.getOutputStream().write(message.getBytes(StandardCharsets.US_ASCII));
      socket.getInputStream().readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs the client, and returns what it says. */
  public String run(String... arguments) {
    List<String> line = new ArrayList<>(List.of(adb.toString(), "-P", String.valueOf(port)));
    line.addAll(List.of(arguments));
    try {
      ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
      builder.environment().putAll(environment());
      Path said = Files.createTempFile("adb", ".txt");
      Process process = builder.redirectOutput(said.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(PATIENCE_S, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new IllegalStateException("adb does not end: " + line);
      }
      String text = Files.readString(said);
      Files.delete(said);
      return text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** What adb's clients need to know of it; its server looks for emulators nowhere. */
  public Map<String, String> environment() {
    return Map.of(
        "ANDROID_ADB_SERVER_PORT", String.valueOf(port), "ADB_LOCAL_TRANSPORT_MAX_PORT", "5554");
  }

  @Override
  public void close() {
    run("kill-server");
  }
}
