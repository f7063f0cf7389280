package dev.crosscheck.adapter.proxy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** A socket on which every byte is the test's own. */
final class Wire implements AutoCloseable {
  private final Socket socket;

  Wire(InetSocketAddress to) throws IOException {
    this(new Socket());
    socket.connect(to, 5_000);
  }

  private Wire(Socket socket) throws IOException {
    this.socket = socket;
    socket.setSoTimeout(5_000);
    socket.setTcpNoDelay(true);
  }

  Wire say(String text) throws IOException {
    return say(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  Wire say(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  /** Opens a tunnel, and reads the answer to that. */
  Wire tunnel(String to) throws IOException {
    say("CONNECT " + to + " HTTP/1.1\r\nHost: " + to + "\r\n\r\n");
    String head = head();
    if (!head.startsWith("HTTP/1.1 200 ")) {
      throw new IOException(head);
    }
    return this;
  }

  /** The same connection, encrypted from here on. */
  Wire encrypted(SSLContext context, String host) throws IOException {
    SSLSocket tls =
        (SSLSocket) context.getSocketFactory().createSocket(socket, host, socket.getPort(), true);
    tls.startHandshake();
    return new Wire(tls);
  }

  /** Reads to the end of a head, and no further. */
  String head() throws IOException {
    ByteArrayOutputStream read = new ByteArrayOutputStream();
    InputStream in = socket.getInputStream();
    while (!read.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the head ended early: '" + read + "'");
      }
      read.write(next);
    }
    return read.toString(StandardCharsets.ISO_8859_1);
  }

  byte[] read(int bytes) throws IOException {
    return socket.getInputStream().readNBytes(bytes);
  }

  /** Everything until the other side closes. */
  String rest() throws IOException {
    return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
  }

  Socket socket() {
    return socket;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
