package dev.crosscheck.adapter.appium.pretended;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/** A connection that adb's server made to the device, with the streams in it. */
final class AdbConnection implements AutoCloseable {
  private static final int VERSION = 0x01000001;

  private final Socket socket;
  private final String banner;
  private final AdbService.Directory services;
  private final Strangers strangers;
  private final Map<Integer, AdbStream> streams = new ConcurrentHashMap<>();
  private final AtomicInteger ids = new AtomicInteger();

  /**
   * @param banner what the device says of itself: {@code device::ro.product.name=…;features=…}
   */
  AdbConnection(Socket socket, String banner, AdbService.Directory services, Strangers strangers) {
    this.socket = socket;
    this.banner = banner;
    this.services = services;
    this.strangers = strangers;
  }

  /** Serves it until it ends. */
  void serve() {
    try (socket) {
      InputStream in = new BufferedInputStream(socket.getInputStream());
      while (true) {
        take(AdbMessage.read(in));
      }
    } catch (IOException e) {
      // the server has gone, or this side has closed it
      return;
    } finally {
      new ArrayList<>(streams.values()).forEach(AdbStream::ended);
      streams.clear();
    }
  }

  private void take(AdbMessage message) throws IOException {
    int command = message.command();
    if (command == AdbMessage.CONNECT) {
      send(new AdbMessage(command, VERSION, AdbMessage.MAX_PAYLOAD, banner));
    } else if (command == AdbMessage.OPEN) {
      begin(message.text(), message.first());
    } else if (command == AdbMessage.WRITE) {
      AdbStream stream = streams.get(message.second());
      if (stream != null) {
        stream.received(message.payload());
        send(new AdbMessage(AdbMessage.OKAY, message.second(), message.first()));
      }
    } else if (command == AdbMessage.OKAY) {
      AdbStream stream = streams.get(message.second());
      if (stream != null) {
        stream.receipt(message.first());
      }
    } else if (command == AdbMessage.CLOSE) {
      AdbStream stream = streams.remove(message.second());
      if (stream != null) {
        stream.ended();
      }
    } else {
      strangers.meet("adb's message '" + message.name() + "'");
      throw new IOException("an unknown message");
    }
  }

  private void begin(String name, int peer) throws IOException {
    AdbService service;
    try {
      service = services.find(name, this);
    } catch (NotKnown e) {
      strangers.meet(String.valueOf(e.getMessage()));
      send(new AdbMessage(AdbMessage.CLOSE, 0, peer));
      return;
    }
    int id = ids.incrementAndGet();
    AdbStream stream = new AdbStream(this, id, peer);
    streams.put(id, stream);
    send(new AdbMessage(AdbMessage.OKAY, id, peer));
    Thread thread = new Thread(() -> serve(service, stream), "adbd " + name);
    thread.setDaemon(true);
    stream.servedBy(thread);
    thread.start();
  }

  /** What is not known is told before the stream is closed: who waits for that may ask. */
  private void serve(AdbService service, AdbStream stream) {
    try {
      service.serve(stream);
    } catch (NotKnown e) {
      strangers.meet(String.valueOf(e.getMessage()));
    } catch (IOException | InterruptedException e) {
      // the other side does not want it any more
      return;
    } catch (RuntimeException e) {
      strangers.meet("what to do about " + e);
    } finally {
      stream.close();
    }
  }

  /** Opens a stream to what the machine with adb's server has under that name. */
  AdbStream open(String name) throws IOException {
    int id = ids.incrementAndGet();
    AdbStream stream = new AdbStream(this, id, 0);
    streams.put(id, stream);
    send(new AdbMessage(AdbMessage.OPEN, id, 0, name + "\0"));
    stream.awaitReceipt();
    return stream;
  }

  void forget(int id) {
    streams.remove(id);
  }

  void send(AdbMessage message) throws IOException {
    synchronized (socket) {
      message.write(socket.getOutputStream());
    }
  }

  void sendQuietly(AdbMessage message) {
    try {
      send(message);
    } catch (IOException e) {
      // the connection ends, and the stream with it
      return;
    }
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
