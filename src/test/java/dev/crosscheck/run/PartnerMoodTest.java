package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerMoodTest {
  private static final OptionalInt HALF = OptionalInt.empty();
  private static final Answer UPGRADE = new Answer.Upgrade(List.of("hello"));
  private static final Answer.Respond JSON =
      Answer.of(201, "application/json", Body.of("{\"ok\":true}")).after(Duration.ofMillis(7));

  @Test
  void refusesWebSocketsWithTheStatusToo() {
    assertThat(spoilt(new PartnerBehaviour.Status(503), UPGRADE)).isEqualTo(Answer.empty(503));
    assertThat(spoilt(new PartnerBehaviour.Reset(), UPGRADE)).isEqualTo(new Answer.Reset());
    assertThat(spoilt(new PartnerBehaviour.Truncated(HALF), UPGRADE)).isEqualTo(UPGRADE);
  }

  @Test
  void breaksOffInTheMiddleOrWhereItIsSaid() {
    assertThat(spoilt(new PartnerBehaviour.Truncated(HALF), JSON))
        .isEqualTo(new Answer.BrokenOff(JSON, 5, false));
    assertThat(spoilt(new PartnerBehaviour.ResetInBody(OptionalInt.of(3)), JSON))
        .isEqualTo(new Answer.BrokenOff(JSON, 3, true));
  }

  @Test
  void givesAStatusThatCanHaveABodyWhereThereIsOneToSpoil() {
    Answer.BrokenOff broken =
        (Answer.BrokenOff) spoilt(new PartnerBehaviour.Truncated(HALF), Answer.empty(204));

    assertThat(broken.whole().status()).isEqualTo(200);
    assertThat(spoilt(new PartnerBehaviour.Truncated(HALF), "HEAD", JSON)).isEqualTo(JSON);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 64})
  void makesGarbageThatIsNoText(int length) {
    Answer.Respond garbage = (Answer.Respond) spoilt(new PartnerBehaviour.Garbage(length), JSON);

    assertThat(garbage.status()).isEqualTo(201);
    assertThat(garbage.headers()).isEqualTo(JSON.headers());
    assertThat(garbage.body().size()).isEqualTo(length);
    assertThatThrownBy(() -> StandardCharsets.UTF_8.newDecoder().decode(garbage.body().buffer()))
        .isInstanceOf(CharacterCodingException.class);
  }

  @Test
  void makesTheSameGarbageByTheSameSeed() {
    assertThat(garbage(7)).isEqualTo(garbage(7)).isNotEqualTo(garbage(8));
  }

  @Test
  void delaysTheFirstByte() {
    assertThat(spoilt(new PartnerBehaviour.Slow(Duration.ofSeconds(3)), JSON))
        .isEqualTo(JSON.after(Duration.ofSeconds(3)));
  }

  @Test
  void holdsAnAnswerUntilItEnds() {
    PartnerMood mood = mood(new PartnerBehaviour.Held(), OptionalInt.empty(), 1);
    Answer.Held held = (Answer.Held) mood.to(request("GET"), JSON);

    assertThat(held.then()).isEqualTo(JSON);
    assertThat(held.until()).isNotDone();
    mood.end();
    assertThat(held.until()).isDone();
  }

  @Test
  void meetsTheSameRequestsByTheSameSeed() {
    List<Boolean> met = met(30, 7);

    assertThat(met).isEqualTo(met(30, 7)).isNotEqualTo(met(30, 8));
    assertThat(met.stream().filter(m -> m).count()).isBetween(200L, 400L);
  }

  private static List<Boolean> met(int share, int seed) {
    PartnerMood mood = mood(new PartnerBehaviour.Status(503), OptionalInt.of(share), seed);
    return IntStream.range(0, 1_000).mapToObj(i -> mood.to(request("GET"), JSON) != JSON).toList();
  }

  private static ByteBuffer garbage(int seed) {
    PartnerMood mood = mood(new PartnerBehaviour.Garbage(64), OptionalInt.empty(), seed);
    return ((Answer.Respond) mood.to(request("GET"), JSON)).body().buffer();
  }

  private static Answer spoilt(PartnerBehaviour behaviour, Answer usual) {
    return spoilt(behaviour, "GET", usual);
  }

  private static Answer spoilt(PartnerBehaviour behaviour, String method, Answer usual) {
    return mood(behaviour, OptionalInt.empty(), 1).to(request(method), usual);
  }

  private static PartnerMood mood(PartnerBehaviour behaviour, OptionalInt share, int seed) {
    return PartnerMood.of(
        new Step.PartnerAnswers(Samples.AT, behaviour, Optional.empty(), share, seed));
  }

  private static HttpRequest request(String method) {
    return new HttpRequest(
        method,
        "https",
        "api.partner.test",
        443,
        "/live",
        "HTTP/1.1",
        List.of(new Header("Upgrade", "websocket")),
        Body.EMPTY);
  }
}
