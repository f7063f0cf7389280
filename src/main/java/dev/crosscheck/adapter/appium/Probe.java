package dev.crosscheck.adapter.appium;

import dev.crosscheck.mobile.App;
import java.util.concurrent.CompletableFuture;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Listens for what the app says of an address that it was told to ask. */
final class Probe implements App.Listener {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final CompletableFuture<String> answer = new CompletableFuture<>();

  /** Completes with what kept the app from an answer; with nothing where it got one. */
  CompletableFuture<String> answer() {
    return answer;
  }

  @Override
  public void shows(String text) {
    try {
      JsonNode probe = JSON.readTree(text).path("probe");
      if (probe.has("answer")) {
        answer.complete("");
      } else if (probe.has("error")) {
        answer.complete(probe.path("error").asString(""));
      }
    } catch (JacksonException e) {
      return; // a text that is no state is none of ours
    }
  }

  @Override
  public void logged(String level, String tag, String text) {}

  @Override
  public void crashed(String trace) {
    answer.complete("it crashed: " + trace.lines().findFirst().orElse(""));
  }
}
