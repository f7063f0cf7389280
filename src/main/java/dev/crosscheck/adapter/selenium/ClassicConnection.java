package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.DeviceLost;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Classic WebDriver. Commands may be sent while others wait, which WebKit's drivers answer; when
 * the driver or its browser is gone, every command fails with {@link DeviceLost}. A command has no
 * time limit of its own: whoever waits for it has a deadline, and {@link #end} ends them all.
 *
 * @see <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>
 */
final class ClassicConnection {
  /** These mean that there is nothing left to speak with. */
  private static final Set<String> LOST = Set.of("invalid session id", "no such window");

  private static final String UNKNOWN = "unknown error";
  private static final long STILL_THERE_MS = 2_000;
  private static final int LOOKS = 20;
  private static final Executor NOTICED =
      CompletableFuture.delayedExecutor(100, TimeUnit.MILLISECONDS);

  private final Set<CompletableFuture<JsonNode>> pending = ConcurrentHashMap.newKeySet();
  private final CompletableFuture<String> ended = new CompletableFuture<>();
  private final HttpClient http;
  private final URI server;
  private final Supplier<Optional<String>> trouble;

  /**
   * @param server where commands go to
   * @param trouble what has ended behind the server, where that is known
   */
  ClassicConnection(HttpClient http, URI server, Supplier<Optional<String>> trouble) {
    this.http = http;
    this.server = server;
    this.trouble = trouble;
  }

  CompletableFuture<JsonNode> post(String path, ObjectNode body) {
    return send(path, "POST", HttpRequest.BodyPublishers.ofString(body.toString()));
  }

  CompletableFuture<JsonNode> get(String path) {
    return send(path, "GET", HttpRequest.BodyPublishers.noBody());
  }

  CompletableFuture<JsonNode> delete(String path) {
    return send(path, "DELETE", HttpRequest.BodyPublishers.noBody());
  }

  boolean isOpen() {
    return !ended.isDone() && trouble.get().isEmpty();
  }

  /** Fails what waits, and whatever is still asked. */
  void end(String reason) {
    ended.complete(reason);
    pending.forEach(answer -> answer.completeExceptionally(lost(reason)));
  }

  private CompletableFuture<JsonNode> send(
      String path, String method, HttpRequest.BodyPublisher body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + path))
            .header("Content-Type", "application/json; charset=utf-8")
            .method(method, body)
            .build();
    CompletableFuture<HttpResponse<String>> exchange =
        http.sendAsync(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    CompletableFuture<JsonNode> answer =
        exchange.handle(this::read).thenCompose(read -> read).toCompletableFuture();
    pending.add(answer);
    answer.whenComplete(
        (result, failure) -> {
          pending.remove(answer);
          exchange.cancel(true);
        });
    // It may have ended between the two, after what was pending had been failed.
    if (ended.isDone()) {
      answer.completeExceptionally(lost(ended.join()));
    }
    return answer;
  }

  private CompletableFuture<JsonNode> read(HttpResponse<String> response, Throwable failure) {
    if (failure != null) {
      Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
      return cause instanceof IOException ? mute(LOOKS) : CompletableFuture.failedFuture(failure);
    }
    JsonNode value;
    try {
      value = Json.read(response.body()).path("value");
    } catch (JacksonException e) {
      return CompletableFuture.failedFuture(lost("its driver answers what is no WebDriver"));
    }
    if (response.statusCode() < 400) {
      return CompletableFuture.completedFuture(value);
    }
    return refused(value.path("error").asString(UNKNOWN), value.path("message").asString(""));
  }

  /** A connection breaks before it is known that the process behind it has ended, and how. */
  private CompletableFuture<JsonNode> mute(int looks) {
    return looks == 0 || trouble.get().isPresent()
        ? CompletableFuture.failedFuture(lost("its driver does not answer"))
        : CompletableFuture.supplyAsync(() -> mute(looks - 1), NOTICED).thenCompose(later -> later);
  }

  private CompletableFuture<JsonNode> refused(String error, String message) {
    if (LOST.contains(error)) {
      return CompletableFuture.failedFuture(lost(message.isEmpty() ? error : message));
    } else if (error.equals("javascript error")) {
      return CompletableFuture.failedFuture(new ScriptThrew(message));
    } else if (error.equals(UNKNOWN)) {
      return stillThere()
          .thenCompose(
              there ->
                  CompletableFuture.failedFuture(
                      there
                          ? new WebDriverError(error, message)
                          : lost("session deleted because of page crash or hang")));
    }
    return CompletableFuture.failedFuture(new WebDriverError(error, message));
  }

  /**
   * What waits when a browser or its page dies is told of an unknown error; only what is asked
   * after that is told why, once the driver has noticed.
   */
  private CompletableFuture<Boolean> stillThere() {
    ObjectNode script = Json.object().put("script", "return 1").set("args", Json.array());
    return CompletableFuture.supplyAsync(() -> post("/execute/sync", script), NOTICED)
        .thenCompose(asked -> asked)
        .handle((one, failure) -> failure == null || !isLoss(failure))
        .completeOnTimeout(true, STILL_THERE_MS, TimeUnit.MILLISECONDS);
  }

  private static boolean isLoss(Throwable failure) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    return cause instanceof DeviceLost;
  }

  private DeviceLost lost(String reason) {
    return new DeviceLost("the browser is gone: " + trouble.get().orElse(reason));
  }
}
