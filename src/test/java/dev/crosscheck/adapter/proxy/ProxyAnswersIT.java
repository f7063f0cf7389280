package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import java.io.IOException;
import java.net.SocketException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of answer does to the client what it says, and is recorded for what it is. */
class ProxyAnswersIT {
  private static final String GET = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  @Test
  void delaysAnAnswer() throws Exception {
    Duration delay = Duration.ofMillis(150);
    try (Lab lab = new Lab(request -> Answer.empty(204).after(delay))) {
      lab.get("https://a.example.com/");

      assertThat(Duration.between(lab.only().at(), lab.only().answered().orElseThrow()))
          .isBetween(delay.minusMillis(5), Duration.ofSeconds(5));
    }
  }

  @Test
  void aDelayHoldsUpNobodyElse() throws Exception {
    try (Lab lab =
        new Lab(
            request ->
                Answer.empty(204)
                    .after(Duration.ofSeconds(request.path().equals("/slow") ? 60 : 0)))) {
      CompletableFuture<?> slow =
          lab.client()
              .sendAsync(
                  Lab.request("https://a.example.com/slow").timeout(Duration.ofSeconds(60)).build(),
                  BodyHandlers.discarding());
      lab.once(now -> now.size() == 1);
      // more than there are threads
      for (int i = 0; i < 8; i++) {
        assertThat(lab.get("https://a.example.com/quick").statusCode()).isEqualTo(204);
      }

      assertThat(slow).isNotDone();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"http", "https"})
  void resetsTheConnectionOnceTheRequestIsRead(String scheme) throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Reset())) {
      assertThatThrownBy(() -> lab.post(scheme + "://a.example.com/track", "x".repeat(100_000)))
          .isInstanceOf(IOException.class);

      Exchange exchange = lab.once(now -> now.size() >= 1).exchanges().get(0);
      assertThat(exchange.request().body().size()).isEqualTo(100_000);
      assertThat(exchange.trouble()).hasValue("connection reset on request");
      assertThat(exchange.answer()).isEmpty();
      assertThat(exchange.isOpen()).isFalse();
      assertThat(exchange.isAnsweredWell()).isFalse();
    }
  }

  @Test
  void aResetIsNotAFarewell() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Reset());
        Wire wire =
            lab.wire().tunnel("a.example.com:443").encrypted(lab.trusting(), "a.example.com")) {
      wire.say(GET);

      assertThatThrownBy(() -> wire.rest())
          .isInstanceOf(SocketException.class)
          .hasMessage("Connection reset");
    }
  }

  @Test
  void whatIsNeverAnsweredIsOpenUntilTheClientGoes() throws Exception {
    try (Lab lab = new Lab(request -> new Answer.Never());
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say(GET);
      assertThat(lab.once(now -> now.size() == 1).exchanges().get(0).isOpen()).isTrue();
      wire.close();

      assertThat(lab.only().trouble())
          .hasValue("never answered; client went away before the answer");
      assertThat(lab.only().answered()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void whatIsHeldIsAnsweredOnceItIsLetGoHoweverThatHappens(boolean well) throws Exception {
    CompletableFuture<Void> until = new CompletableFuture<>();
    try (Lab lab = new Lab(request -> new Answer.Held(until, Answer.empty(204)))) {
      CompletableFuture<HttpResponse<Void>> answer =
          lab.client()
              .sendAsync(
                  Lab.request("https://a.example.com/").timeout(Duration.ofSeconds(60)).build(),
                  BodyHandlers.discarding());
      assertThat(lab.once(now -> now.size() == 1).exchanges().get(0).isOpen()).isTrue();
      assertThat(answer).isNotDone();
      if (well) {
        until.complete(null);
      } else {
        until.cancel(false);
      }

      assertThat(answer.get(10, TimeUnit.SECONDS).statusCode()).isEqualTo(204);
      assertThat(lab.only().answered()).isPresent();
    }
  }

  @Test
  void aClientMayGoBeforeItsAnswer() throws Exception {
    try (Lab lab = new Lab(request -> Answer.empty(200).after(Duration.ofSeconds(60)));
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say(GET);
      lab.once(now -> now.size() == 1);
      wire.close();

      assertThat(lab.only().trouble()).hasValue("client went away before the answer");
    }
  }

  @Test
  void aClientMayGoInTheMiddleOfItsAnswer() throws Exception {
    Body large = Body.of(new byte[32 << 20]);
    try (Lab lab = new Lab(request -> Answer.of(200, "text/plain", large));
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say(GET);
      wire.head();
      wire.close();

      assertThat(lab.only().trouble()).hasValue("client went away before the answer");
      assertThat(lab.only().answer()).isEmpty();
    }
  }

  @Test
  void answersThatThrowAreA500InWords() throws Exception {
    try (Lab lab =
        new Lab(
            request -> {
              throw new IllegalStateException("the file 'x.js' is gone");
            })) {
      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(500);

      Exchange exchange = lab.only();
      assertThat(exchange.answer().orElseThrow().status()).isEqualTo(500);
      assertThat(exchange.trouble()).hasValue("answering failed: the file 'x.js' is gone");
      assertThat(exchange.isOpen()).isFalse();
      assertThat(lab.get("https://a.example.com/again").statusCode()).isEqualTo(500);
    }
  }

  @Test
  void answersThatCannotBeSentAreA500InWords() throws Exception {
    try (Lab lab =
        new Lab(
            request ->
                request.path().equals("/status")
                    ? Answer.empty(42)
                    : Answer.empty(200).with("X-Split", "a\r\nb: c"))) {
      assertThat(lab.get("https://a.example.com/status").statusCode()).isEqualTo(500);
      assertThat(lab.get("https://a.example.com/header").statusCode()).isEqualTo(500);

      assertThat(lab.once(now -> now.exchanges().stream().noneMatch(Exchange::isOpen)).exchanges())
          .extracting(exchange -> exchange.trouble().orElseThrow())
          .allMatch(trouble -> trouble.startsWith("answering failed: "))
          .first()
          .isEqualTo("answering failed: '42' is not the status of an answer");
    }
  }

  @Test
  void closesTheConnectionWhereTheAnswerSaysSo() throws Exception {
    try (Lab lab = new Lab(request -> Answer.empty(200).with("connection", "close"));
        Wire wire = lab.wire().tunnel("a.example.com:80")) {
      wire.say(GET);

      assertThat(wire.rest()).contains("Connection: close\r\n").contains("Content-Length: 0\r\n");
    }
  }

  @Test
  void newAnswersHoldForWhatIsReadFromThenOn() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(200);
      lab.recording().answer(request -> Answer.empty(503));
      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(503);
      lab.recording().answer(Lab.OK);
      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(200);
    }
  }
}
