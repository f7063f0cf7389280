package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTest {
  private static final Answer.Respond ANSWER = Answer.of(200, "text/plain", Body.of("four"));

  @Test
  void statesItsTrueLengthWhateverTheAnswerSays() {
    Reply reply =
        Reply.to(
            "GET", ANSWER.with("content-LENGTH", "99").with("Transfer-Encoding", "chunked"), true);

    assertThat(reply.recorded().headers())
        .containsExactly(
            new Header("Content-Type", "text/plain"),
            new Header("Content-Length", "4"),
            new Header("Connection", "keep-alive"));
    assertThat(reply.recorded().body()).isEqualTo(Body.of("four"));
    assertThat(reply.closes()).isFalse();
  }

  @Test
  void closesWhereTheClientOrTheAnswerWantsTo() {
    assertThat(Reply.to("GET", ANSWER, false).closes()).isTrue();
    assertThat(Reply.to("GET", ANSWER.with("CONNECTION", "Close"), true).closes()).isTrue();
    assertThat(Reply.to("GET", ANSWER, false).head().headers().get("connection"))
        .isEqualTo("close");
  }

  @Test
  void aHeadIsAnsweredWithTheLengthOfWhatGetWouldBring() {
    Reply reply = Reply.to("HEAD", ANSWER, true);

    assertThat(reply.head().headers().get("content-length")).isEqualTo("4");
    assertThat(reply.recorded().body().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void someStatusesHaveNoBody(int status) {
    Reply reply = Reply.to("GET", Answer.of(status, "text/plain", Body.of("four")), true);

    assertThat(reply.head().headers().contains("content-length")).isFalse();
    assertThat(reply.recorded().body().isEmpty()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 100, 101, 199, 600})
  void refusesWhatEndsNoExchange(int status) {
    assertThatThrownBy(() -> Reply.to("GET", Answer.empty(status), true))
        .hasMessage("'" + status + "' is not the status of an answer");
  }

  @Test
  void refusesHeadersThatAreSeveral() {
    assertThatThrownBy(() -> Reply.to("GET", ANSWER.with("X-A", "1\r\nX-B: 2"), true))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
