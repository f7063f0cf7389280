package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Hands connections to a port of this machine on to another address, byte for byte, and broken as
 * they break: for those who are told of a proxy once and may not hear of the next one.
 */
final class Relay implements AutoCloseable {
  private static final int WAITING = 128;
  private static final int BUFFER = 16 * 1024;
  private static final long GONE_MS = 1_000;

  private final ServerSocket server;
  private final ProxyAddress to;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Thread acceptor;

  private Relay(ServerSocket server, ProxyAddress to) {
    this.server = server;
    this.to = to;
    this.acceptor = thread("relay", this::accept);
  }

  /**
   * @param port on the loopback interface; any that is free where this one is 0 or taken
   */
  static Relay open(int port, ProxyAddress to) throws IOException {
    Relay relay = new Relay(listening(port), to);
    relay.acceptor.start();
    return relay;
  }

  private static ServerSocket listening(int port) throws IOException {
    ServerSocket server = new ServerSocket();
    try {
      server.setReuseAddress(true);
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), WAITING);
      return server;
    } catch (IOException e) {
      server.close();
      if (port == 0) {
        throw e;
      }
      return listening(0);
    }
  }

  int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        handOn(server.accept());
      } catch (IOException e) {
        // closed, or a client that has gone again
      }
    }
  }

  private void handOn(Socket client) {
    Socket end = new Socket();
    open.add(client);
    open.add(end);
    if (server.isClosed()) {
      breakOff(client, end);
      return;
    }
    try {
      end.connect(new InetSocketAddress(to.host(), to.port()));
    } catch (IOException e) {
      breakOff(client, end);
      return;
    }
    thread("relay there", () -> copy(client, end)).start();
    thread("relay back", () -> copy(end, client)).start();
  }

  private void copy(Socket from, Socket into) {
    try {
      InputStream in = from.getInputStream();
      OutputStream out = into.getOutputStream();
      byte[] buffer = new byte[BUFFER];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        out.write(buffer, 0, count);
      }
      into.shutdownOutput();
      if (from.isOutputShutdown()) {
        end(from, into);
      }
    } catch (IOException e) {
      breakOff(from, into);
    }
  }

  private void end(Socket one, Socket other) {
    for (Socket socket : List.of(one, other)) {
      open.remove(socket);
      try {
        socket.close();
      } catch (IOException e) {
        // it is over in any case
      }
    }
  }

  /** So that whoever is left sees a reset, and no end. */
  private void breakOff(Socket one, Socket other) {
    for (Socket socket : List.of(one, other)) {
      try {
        socket.setSoLinger(true, 0);
      } catch (IOException e) {
        // closed already
      }
    }
    end(one, other);
  }

  private static Thread thread(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Breaks off all that it hands on: what is half there is not to look whole. Its port is free
   * then, which it is once nobody waits at it.
   */
  @Override
  public void close() {
    try {
      server.close();
    } catch (IOException e) {
      // nobody is let in any more in any case
    }
    try {
      acceptor.join(GONE_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket socket : Set.copyOf(open)) {
      breakOff(socket, socket);
    }
  }
}
