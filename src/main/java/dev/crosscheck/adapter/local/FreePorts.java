package dev.crosscheck.adapter.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * Ports for servers that cannot choose one themselves. They lie below those that systems give to
 * whoever asks for any, so that none is taken as a client's end before the server listens; another
 * server may still be quicker.
 */
final class FreePorts implements IntSupplier {
  private static final int FIRST = 15_000;
  private static final int COUNT = 10_000;
  private static final int TRIES = 200;

  private final Random random = new Random();

  /** One on which nobody listens on the loopback interface. */
  @Override
  public int getAsInt() {
    for (int i = 0; i < TRIES; i++) {
      int port = FIRST + random.nextInt(COUNT);
      if (isFree(port)) {
        return port;
      }
    }
    throw new IllegalStateException(
        "no free port between %d and %d".formatted(FIRST, FIRST + COUNT));
  }

  static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException e) {
      return false;
    }
  }
}
