package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** One of the streams in a connection with adb's server. What is written waits for its receipt. */
final class AdbStream implements AutoCloseable {
  private static final byte[] END = new byte[0];

  private final AdbConnection connection;
  private final int id;
  private final BlockingQueue<byte[]> incoming = new LinkedBlockingQueue<>();
  private final Semaphore receipts = new Semaphore(0);
  private volatile int peer;
  private volatile boolean closed;
  private volatile @Nullable Thread served;

  AdbStream(AdbConnection connection, int id, int peer) {
    this.connection = connection;
    this.id = id;
    this.peer = peer;
  }

  /** The thread that waits for what nobody will read once the other side has gone. */
  void servedBy(Thread thread) {
    served = thread;
  }

  void received(byte[] payload) {
    if (payload.length > 0) {
      incoming.add(payload);
    }
  }

  void receipt(int from) {
    peer = from;
    receipts.release();
  }

  /** The other side has closed it, or the connection has gone. */
  void ended() {
    closed = true;
    incoming.add(END);
    receipts.release();
    Thread thread = served;
    if (thread != null && thread != Thread.currentThread()) {
      thread.interrupt();
    }
  }

  boolean isClosed() {
    return closed;
  }

  /** Waits until the other side has taken it; a stream that it refuses is closed. */
  void awaitReceipt() throws IOException {
    try {
      receipts.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (closed) {
      throw new IOException("the stream is closed");
    }
  }

  InputStream in() {
    return new In();
  }

  OutputStream out() {
    return new Out();
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      incoming.add(END);
      connection.forget(id);
      connection.sendQuietly(new AdbMessage(AdbMessage.CLOSE, id, peer));
    }
  }

  private final class In extends InputStream {
    private byte[] rest = END;
    private int at;

    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      if (length == 0) {
        return 0;
      } else if (at == rest.length) {
        try {
          rest = incoming.take();
          at = 0;
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return -1;
        }
      }
      if (rest.length == 0) {
        incoming.add(END);
        return -1;
      }
      int count = Math.min(length, rest.length - at);
      System.arraycopy(rest, at, into, offset, count);
      at += count;
      return count;
    }
  }

  private final class Out extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      for (int sent = 0; sent < length; sent += AdbMessage.MAX_PAYLOAD) {
        if (closed) {
          throw new IOException("the stream is closed");
        }
        int from = offset + sent;
        int to = offset + Math.min(length, sent + AdbMessage.MAX_PAYLOAD);
        connection.send(
            new AdbMessage(AdbMessage.WRITE, id, peer, Arrays.copyOfRange(bytes, from, to)));
        awaitReceipt();
      }
    }

    @Override
    public void close() {
      AdbStream.this.close();
    }
  }
}
