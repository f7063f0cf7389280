package dev.crosscheck.adapter.selenium;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.crosscheck.device.Observation;
import dev.crosscheck.scenario.Locator;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ClassicTabTest {
  private static final String GONE =
      """
      {"error": "no such frame", "message": "Callback was not called before the unload event."}""";

  private static final String ELEMENT = "{\"element-6066-11e4-a52e-4f735466cecf\": \"e1\"}";

  private final Queue<String> documents = new ArrayDeque<>();
  private final Queue<String> consoles = new ArrayDeque<>();
  private final List<String> asked = new ArrayList<>();
  private final AtomicInteger clicks = new AtomicInteger();
  private String clicked = "null";
  private HttpServer driver;

  @BeforeEach
  void start() throws IOException {
    driver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    driver.createContext("/url", exchange -> answer(exchange, "null"));
    driver.createContext("/execute/async", this::console);
    driver.createContext(
        "/execute/sync",
        exchange -> answer(exchange, documents.size() > 1 ? documents.remove() : documents.peek()));
    driver.createContext(
        "/element/e1/click",
        exchange -> {
          clicks.incrementAndGet();
          answer(exchange, clicked);
        });
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

    JsonNode there = tab().navigate("https://shop.crosscheck.test/").get(20, SECONDS);

    assertThat(there.path(0).asInt()).isEqualTo(3);
    assertThat(there.path(1).asString()).isEqualTo("interactive");
  }

  /** WebKit says this where a document goes before its script has answered. */
  @Test
  void readsTheConsoleAgainWhereItsDocumentWentMeanwhile() throws Exception {
    consoles.addAll(List.of(line("a.0", "first"), GONE, line("b.0", "second")));
    ClassicTab tab = tab();

    assertThat(told(tab)).containsExactly("first");
    assertThat(told(tab)).containsExactly("first", "second");
    assertThat(asked).hasSize(3);
    assertThat(asked.get(0)).contains("crosscheck.console('')");
    assertThat(asked.get(1)).contains("crosscheck.console('a.0')").isEqualTo(asked.get(2));
  }

  /** A page that comes back from the cache of a history has what its successor has told already. */
  @Test
  void noLineOfTheConsoleComesTwice() throws Exception {
    consoles.addAll(List.of(line("a.0", "same"), line("a.0", "same"), line("a.1", "same")));
    ClassicTab tab = tab();

    assertThat(told(tab)).containsExactly("same");
    assertThat(told(tab)).containsExactly("same");
    assertThat(told(tab)).containsExactly("same", "same");
  }

  @Test
  void aPageThatIsNoMoreReadableSaysSo() {
    consoles.addAll(Collections.nCopies(50, GONE));

    assertThatThrownBy(() -> told(tab()))
        .hasRootCauseInstanceOf(WebDriverError.class)
        .hasMessageContaining("Callback was not called before the unload event");
    assertThat(asked).hasSizeLessThan(50);
  }

  @Test
  void looksAgainForAnElementWhoseDocumentWent() throws Exception {
    documents.addAll(List.of(GONE, "null", ELEMENT));

    assertThat(tab().elements().click(new Locator("#buy", Optional.empty())).get(20, SECONDS))
        .isEqualTo(true);
    assertThat(clicks).hasValue(1);
  }

  /** The page may have gone because of the click. */
  @Test
  void clicksOnceWhateverBecomesOfThePage() {
    documents.add(ELEMENT);
    clicked = GONE;

    assertThatThrownBy(
            () -> tab().elements().click(new Locator("#buy", Optional.empty())).get(20, SECONDS))
        .hasRootCauseInstanceOf(WebDriverError.class);
    assertThat(clicks).hasValue(1);
  }

  private ClassicTab tab() {
    URI server = URI.create("http://127.0.0.1:" + driver.getAddress().getPort());
    return new ClassicTab(
        new ClassicConnection(HttpClient.newHttpClient(), server, Optional::empty),
        Optional.empty(),
        true,
        () -> {});
  }

  private static List<String> told(ClassicTab tab) throws Exception {
    return tab.console().get(20, SECONDS).stream().map(Observation.Line::text).toList();
  }

  private static String line(String id, String text) {
    return "[{\"id\":\"%s\",\"text\":\"%s\"}]".formatted(id, text);
  }

  private void console(HttpExchange exchange) throws IOException {
    asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    String lines = consoles.isEmpty() ? "[]" : consoles.remove();
    answer(exchange, lines.equals(GONE) ? GONE : Json.array("done", lines).toString());
  }

  private static void answer(HttpExchange exchange, String value) throws IOException {
    int status = value.equals(GONE) ? 404 : 200;
    byte[] body = ("{\"value\": " + value + "}").getBytes(StandardCharsets.UTF_8);
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.sendResponseHeaders(status, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
