package dev.crosscheck.device;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import java.util.concurrent.CompletableFuture;

/** The same answers, but a source's settings come only once somebody says so. */
record LateSettings(Answers answers, CompletableFuture<Void> until) implements Answers {
  private static final String HOST = "cdn-settings.segment.com";

  @Override
  public Answer to(HttpRequest request) {
    Answer usual = answers.to(request);
    return request.host().equals(HOST) ? new Answer.Held(until, usual) : usual;
  }

  @Override
  public Network network(String host) {
    return answers.network(host);
  }
}
