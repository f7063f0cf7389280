package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The daemon of a device, to which adb's server connects by TCP. It takes whoever comes, without
 * asking for a key.
 */
final class Adbd implements AutoCloseable {
  private static final int BACKLOG = 8;

  private final ServerSocket socket;
  private final String banner;
  private final AdbService.Directory services;
  private final Strangers strangers;
  private final List<AdbConnection> connections = new CopyOnWriteArrayList<>();

  private Adbd(
      ServerSocket socket, String banner, AdbService.Directory services, Strangers strangers) {
    this.socket = socket;
    this.banner = banner;
    this.services = services;
    this.strangers = strangers;
  }

  /**
   * Listens on loopback when it returns.
   *
   * @param port 0 for any
   */
  static Adbd listen(int port, String banner, AdbService.Directory services, Strangers strangers) {
    try {
      ServerSocket socket = new ServerSocket();
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
      Adbd daemon = new Adbd(socket, banner, services, strangers);
      Daemons.start("adbd " + daemon.port(), daemon::accept);
      return daemon;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int port() {
    return socket.getLocalPort();
  }

  private void accept() {
    try {
      while (true) {
        Socket peer = socket.accept();
        peer.setTcpNoDelay(true);
        AdbConnection connection = new AdbConnection(peer, banner, services, strangers);
        connections.add(connection);
        Daemons.start("adbd connection", connection::serve);
      }
    } catch (IOException e) {
      // closed
      return;
    }
  }

  /** Dies at once, with every connection. */
  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    connections.forEach(AdbConnection::close);
  }
}
