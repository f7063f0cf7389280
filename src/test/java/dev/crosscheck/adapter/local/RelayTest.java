package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.ProxyAddress;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RelayTest {
  private ServerSocket server;
  private Relay relay;

  @BeforeEach
  void open() throws IOException {
    server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
    relay = Relay.open(0, new ProxyAddress("127.0.0.1", server.getLocalPort()));
  }

  @AfterEach
  void close() throws IOException {
    relay.close();
    server.close();
  }

  @Test
  void handsOnBothWaysUntilEachHasSaidItsLast() throws IOException {
    try (Socket client = connect();
        Socket end = server.accept()) {
      client.getOutputStream().write("there".getBytes(StandardCharsets.UTF_8));
      client.shutdownOutput();
      assertThat(end.getInputStream().readAllBytes()).asString().isEqualTo("there");

      end.getOutputStream().write("and back".getBytes(StandardCharsets.UTF_8));
      end.close();
      assertThat(client.getInputStream().readAllBytes()).asString().isEqualTo("and back");
    }
  }

  @Test
  void breaksAsTheOtherEndBreaks() throws IOException {
    try (Socket client = connect();
        Socket end = server.accept()) {
      end.setSoLinger(true, 0);
      end.close();

      assertThatThrownBy(() -> client.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
    try (Socket client = connect();
        Socket end = server.accept()) {
      client.setSoLinger(true, 0);
      client.close();

      assertThatThrownBy(() -> end.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class)
          .hasMessageContaining("reset");
    }
  }

  @Test
  void breaksOffWhatItHandsOnWhenItIsClosed() throws IOException {
    try (Socket client = connect();
        Socket end = server.accept()) {
      relay.close();

      for (Socket left : List.of(client, end)) {
        assertThatThrownBy(() -> left.getInputStream().read())
            .isInstanceOf(SocketException.class)
            .hasMessageContaining("reset");
      }
    }
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }

  @Test
  void refusesWhereNobodyListensAtTheEnd() throws IOException {
    server.close();
    try (Socket client = connect()) {
      assertThatThrownBy(() -> client.getInputStream().readAllBytes())
          .isInstanceOf(SocketException.class);
    }
  }

  @Test
  void takesTheSamePortAgainAndAgain() throws IOException {
    int port = relay.port();
    ProxyAddress to = new ProxyAddress("127.0.0.1", server.getLocalPort());
    for (int i = 0; i < 200; i++) {
      relay.close();
      relay = Relay.open(port, to);
      assertThat(relay.port()).isEqualTo(port);
      connect().close();
      server.accept().close();
    }
  }

  @Test
  void takesAnotherPortWhereItIsTaken() throws IOException {
    int port = relay.port();
    relay.close();
    try (Relay again = Relay.open(port, new ProxyAddress("127.0.0.1", 9));
        Relay another = Relay.open(port, new ProxyAddress("127.0.0.1", 9))) {
      assertThat(again.port()).isEqualTo(port);
      assertThat(another.port()).isNotEqualTo(port);
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), relay.port());
  }
}
