package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ClassicConnectionTest {
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void saysHowADriverEndedThoughItsConnectionBreaksBeforeThatIsKnown() throws Exception {
    ClassicConnection connection =
        new ClassicConnection(
            HttpClient.newHttpClient(),
            URI.create("http://127.0.0.1:" + closedPort()),
            () ->
                looks.incrementAndGet() < 3
                    ? Optional.empty()
                    : Optional.of("WebKitWebDriver ended with status 137"));

    assertThatThrownBy(() -> answer(connection.get("/url")))
        .hasRootCauseInstanceOf(DeviceLost.class)
        .hasStackTraceContaining("the browser is gone: WebKitWebDriver ended with status 137");
  }

  @Test
  void saysThatADriverDoesNotAnswerWhereNothingHasEnded() throws Exception {
    ClassicConnection connection =
        new ClassicConnection(
            HttpClient.newHttpClient(),
            URI.create("http://127.0.0.1:" + closedPort()),
            Optional::empty);

    assertThatThrownBy(() -> answer(connection.get("/url")))
        .hasStackTraceContaining("the browser is gone: its driver does not answer");
  }

  private static Object answer(CompletableFuture<?> command) throws Exception {
    return command.get(20, TimeUnit.SECONDS);
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
