package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClassicTabTest {
  private final Queue<String> documents = new ArrayDeque<>();
  private HttpServer driver;

  @BeforeEach
  void start() throws IOException {
    driver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    driver.createContext("/url", exchange -> answer(exchange, "null"));
    driver.createContext("/execute/async", exchange -> answer(exchange, "[\"done\", \"[]\"]"));
    driver.createContext(
        "/execute/sync",
        exchange -> answer(exchange, documents.size() > 1 ? documents.remove() : documents.peek()));
    driver.start();
  }

  @AfterEach
  void stop() {
    driver.stop(0);
  }

  @Test
  void theBrowsersOwnFirstPageIsNotTheOneThatWasAskedFor() throws Exception {
    documents.addAll(
        List.of(
            "[1, \"complete\", \"about:blank\"]",
            "[2, \"complete\", \"about:blank\"]",
            "[3, \"loading\", \"https://shop.crosscheck.test/\"]",
            "[3, \"interactive\", \"https://shop.crosscheck.test/\"]"));
    ClassicConnection connection =
        new ClassicConnection(
            HttpClient.newHttpClient(),
            URI.create("http://127.0.0.1:" + driver.getAddress().getPort()),
            Optional::empty);

    JsonNode there =
        new ClassicTab(connection, Json.object(), () -> {})
            .navigate("https://shop.crosscheck.test/")
            .get(20, TimeUnit.SECONDS);

    assertThat(there.path(0).asInt()).isEqualTo(3);
    assertThat(there.path(1).asString()).isEqualTo("interactive");
  }

  private static void answer(HttpExchange exchange, String value) throws IOException {
    byte[] body = ("{\"value\": " + value + "}").getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
