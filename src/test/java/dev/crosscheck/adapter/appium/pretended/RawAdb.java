package dev.crosscheck.adapter.appium.pretended;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** What adb's server says to a device, without adb. One stream at a time. */
final class RawAdb implements AutoCloseable {
  private static final int VERSION = 0x01000001;
  private static final int LIMIT_MS = 10_000;

  private final Socket socket;
  private final InputStream in;
  private int streams;

  RawAdb(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setSoTimeout(LIMIT_MS);
    in = socket.getInputStream();
  }

  /** What the device says of itself. */
  String connect() throws IOException {
    send(new AdbMessage(AdbMessage.CONNECT, VERSION, AdbMessage.MAX_PAYLOAD, "host::\0"));
    return AdbMessage.read(in).text();
  }

  /** All that a service answers; without an answer where it is refused. */
  String ask(String service) throws IOException {
    int mine = ++streams;
    send(new AdbMessage(AdbMessage.OPEN, mine, 0, service + "\0"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    while (true) {
      AdbMessage message = AdbMessage.read(in);
      if (message.command() == AdbMessage.CLOSE) {
        return all.toString(StandardCharsets.UTF_8);
      } else if (message.command() == AdbMessage.WRITE) {
        all.writeBytes(message.payload());
        send(new AdbMessage(AdbMessage.OKAY, mine, message.first()));
      }
    }
  }

  void send(AdbMessage message) throws IOException {
    message.write(socket.getOutputStream());
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
