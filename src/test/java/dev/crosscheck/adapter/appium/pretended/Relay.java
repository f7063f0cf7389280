package dev.crosscheck.adapter.appium.pretended;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Carries bytes both ways between two ends, until either is closed. */
final class Relay {
  private static final int BUFFER = 64 * 1024;

  private Relay() {}

  /** One end. */
  record End(InputStream in, OutputStream out, Closeable whole) {
    static End of(Socket socket) throws IOException {
      socket.setTcpNoDelay(true);
      return new End(socket.getInputStream(), socket.getOutputStream(), socket);
    }

    static End of(AdbStream stream) {
      return new End(stream.in(), stream.out(), stream::close);
    }

    /** What listens on this machine's loopback. */
    static End local(int port) throws IOException {
      return of(new Socket(InetAddress.getLoopbackAddress(), port));
    }
  }

  /** Returns when either end is closed, and then both are. */
  static void between(End one, End other) {
    Daemons.start("relay", () -> carry(other, one));
    carry(one, other);
  }

  private static void carry(End from, End to) {
    byte[] bytes = new byte[BUFFER];
    try {
      for (int count = from.in().read(bytes); count >= 0; count = from.in().read(bytes)) {
        to.out().write(bytes, 0, count);
        to.out().flush();
      }
    } catch (IOException e) {
      // the end of it, as well
      return;
    } finally {
      close(from);
      close(to);
    }
  }

  private static void close(End end) {
    try {
      end.whole().close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
