package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.Step.PartnerAnswers.Behaviour;
import dev.crosscheck.support.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class PartnerMoodTest {
  private static final Answer ACCEPTED = new Answer.Upgrade(List.of("hello"));

  @Test
  void refusesWebSocketsWithTheStatusToo() {
    assertThat(to("api.partner.test", new Behaviour.Status(503))).isEqualTo(Answer.empty(503));
    assertThat(to("api.partner.test", new Behaviour.Reset())).isEqualTo(new Answer.Reset());
    assertThat(to("api.segment.io", new Behaviour.Status(503))).isEqualTo(ACCEPTED);
  }

  private static Answer to(String host, Behaviour behaviour) {
    HttpRequest request =
        new HttpRequest(
            "GET",
            "https",
            host,
            443,
            "/live",
            "HTTP/1.1",
            List.of(new Header("Upgrade", "websocket")),
            Body.EMPTY);
    return new PartnerMood(any -> ACCEPTED, Samples.plugin(), behaviour).to(request);
  }
}
