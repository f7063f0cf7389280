package dev.crosscheck.adapter.appium;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices that adb's server ends: a connection to it, over which nothing is said, breaks then. Who
 * asks adb itself starts another server by that.
 */
final class AdbServerWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AdbServerWatch.class);
  private static final int CONNECTING_MS = 2_000;
  private static final int LOOKING_MS = 1;

  private final int port;
  private final Socket socket = new Socket();

  private AdbServerWatch(int port) {
    this.port = port;
  }

  /** Over the server that runs at this port of the machine; over nothing where none does. */
  static AdbServerWatch over(int port) {
    AdbServerWatch watch = new AdbServerWatch(port);
    try {
      watch.socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECTING_MS);
      watch.socket.setSoTimeout(LOOKING_MS);
    } catch (IOException e) {
      LOG.debug("no adb server at port {}: {}", port, e.toString());
    }
    return watch;
  }

  /** That it has ended, and what ends one; empty while it runs, or where none was met. */
  Optional<String> ended() {
    try {
      if (!socket.isConnected() || socket.getInputStream().read() >= 0) {
        return Optional.empty();
      }
    } catch (SocketTimeoutException e) {
      return Optional.empty();
    } catch (IOException e) {
      LOG.debug("the adb server at port {}: {}", port, e.toString());
    }
    return Optional.of(
        "the adb server at port "
            + port
            + " has ended; an adb of another version ends it, where one is used during a run");
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      LOG.debug("the adb server at port {}: {}", port, e.toString());
    }
  }
}
