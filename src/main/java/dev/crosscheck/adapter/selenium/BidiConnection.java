package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceLost;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A WebDriver BiDi connection. Events come in their order; when the browser or its driver dies,
 * every command that waits fails with {@link DeviceLost} at once. Selenium's own connection does
 * neither.
 *
 * @see <a href="https://w3c.github.io/webdriver-bidi/">WebDriver BiDi</a>
 */
final class BidiConnection implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BidiConnection.class);
  private static final Duration SEND_PATIENCE = Duration.ofSeconds(5);
  private static final String NO_SESSION = "invalid session id";

  private final Map<Long, CompletableFuture<JsonNode>> pending = new ConcurrentHashMap<>();
  private final AtomicLong ids = new AtomicLong();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final BiConsumer<String, JsonNode> events;
  private final WebSocket socket;

  /**
   * @param events gets each event's method and parameters, on the connection's own thread
   */
  BidiConnection(URI address, Duration patience, BiConsumer<String, JsonNode> events) {
    this.events = events;
    try {
      this.socket =
          HttpClient.newHttpClient()
              .newWebSocketBuilder()
              .connectTimeout(patience)
              .buildAsync(address, new Listener())
              .get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException e) {
      throw new DeviceLost("the browser's WebDriver BiDi connection cannot be opened", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DeviceLost("interrupted while the browser was starting", e);
    }
  }

  /** Sends a command; fails with {@link WebDriverError} or {@link DeviceLost}. */
  CompletableFuture<JsonNode> send(String method, ObjectNode params) {
    long id = ids.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    pending.put(id, answer);
    answer.whenComplete((result, failure) -> pending.remove(id));
    ObjectNode command = Json.object().put("id", id).put("method", method).set("params", params);
    try {
      transmit(command.toString());
    } catch (ExecutionException | TimeoutException e) {
      end("it takes no commands any more");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      answer.completeExceptionally(
          new CancellationException("interrupted before '" + method + "'"));
    }
    // The connection may have ended between the two, after its pending commands were failed.
    if (ended.isDone()) {
      answer.completeExceptionally(lost());
    }
    return answer;
  }

  /** Completes, with the reason, once the connection has ended. */
  CompletionStage<String> ended() {
    return ended;
  }

  /** Ends the connection, whose other end is gone without a word. */
  void lost(String reason) {
    end(reason);
    socket.abort();
  }

  boolean isOpen() {
    return !ended.isDone();
  }

  @Override
  public void close() {
    lost("it was closed");
  }

  private synchronized void transmit(String text)
      throws ExecutionException, TimeoutException, InterruptedException {
    socket.sendText(text, true).get(SEND_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void end(String reason) {
    ended.complete(reason);
    pending.values().forEach(answer -> answer.completeExceptionally(lost()));
  }

  private DeviceLost lost() {
    return new DeviceLost("the connection to the browser is gone: " + ended.getNow("?"));
  }

  private void receive(String text) {
    JsonNode message = Json.read(text);
    String type = message.path("type").asString("");
    String error = message.path("error").asString("unknown error");
    if (type.equals("error") && error.equals(NO_SESSION)) {
      end("its session has ended");
      return;
    }
    if (type.equals("event")) {
      events.accept(message.path("method").asString(""), message.path("params"));
      return;
    }
    CompletableFuture<JsonNode> answer = pending.get(message.path("id").asLong(-1));
    if (answer == null) {
      return;
    }
    if (type.equals("success")) {
      answer.complete(message.path("result"));
    } else {
      answer.completeExceptionally(new WebDriverError(error, message.path("message").asString("")));
    }
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence part, boolean last) {
      text.append(part);
      if (last) {
        String whole = text.toString();
        text.setLength(0);
        try {
          receive(whole);
        } catch (JacksonException | CompletionException e) {
          LOG.debug("a message that is no WebDriver BiDi: {}", e.toString());
        }
      }
      from.request(1);
      return null;
    }

    @Override
    public @Nullable CompletionStage<?> onClose(WebSocket from, int status, String reason) {
      end(reason.isEmpty() ? "it ended" : reason);
      return null;
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
      end(String.valueOf(error.getMessage()));
    }
  }
}
