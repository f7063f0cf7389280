package dev.crosscheck.run;

import static dev.crosscheck.capture.Types.type;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.capture.Types;
import dev.crosscheck.match.Patterns;
import dev.crosscheck.support.Samples;
import org.junit.jupiter.api.Test;

class UnrestTest {
  private static final String CHUNK = "https://api.partner.test/chunk";
  private static final String LIVE = "https://api.partner.test/live";

  private final Unrest unrest =
      new Unrest(
          Samples.plugin(
              event("event", "POST", "/chunk"),
              stream("pulse", "POST", "/chunk"),
              event("said", "WS", "/live"),
              stream("beat", "WS", "/live"),
              stream("noise", "POST", "/noise")),
          "web",
          false);

  private static MessageType event(String name, String method, String path) {
    return of(name, method, path, "{'type': 'event'}").build();
  }

  private static MessageType stream(String name, String method, String path) {
    return of(name, method, path, "{'type': 'pulse'}").ambient().build();
  }

  private static Types of(String name, String method, String path, String where) {
    return type(name, "json", "each")
        .from(method, "*", path)
        .where(Patterns.pattern(where))
        .lane("stream");
  }

  @Test
  void whatGoesToThePartnerOrToStrangersCounts() {
    assertThat(counts(new Traffic().post("https://api.partner.test/track", "{}"))).isTrue();
    assertThat(counts(new Traffic().get("https://stranger.test/"))).isTrue();
  }

  @Test
  void aBrowsersOwnTrafficDoesNot() {
    assertThat(counts(new Traffic().get("https://update.googleapis.com/"))).isFalse();
  }

  @Test
  void aStreamDoesNotWhereItBringsNothingElse() {
    assertThat(counts(new Traffic().post("https://api.partner.test/noise", "no JSON"))).isFalse();
    assertThat(counts(new Traffic().post(CHUNK, "[{\"type\":\"pulse\"}]"))).isFalse();
  }

  @Test
  void aStreamThatBringsAnotherMessageDoes() {
    assertThat(counts(new Traffic().post(CHUNK, "[{\"type\":\"pulse\"},{\"type\":\"event\"}]")))
        .isTrue();
  }

  @Test
  void aSocketCountsForAsLongAsItsOtherMessagesAreNew() {
    Traffic socket = new Traffic().get(LIVE).header("Upgrade", "websocket").status(101);
    long settle = Samples.SETTLE.toMillis();

    assertThat(counts(socket)).isFalse();
    assertThat(counts(socket.frame(1000, true, "{\"type\":\"event\"}"))).isTrue();
    assertThat(counts(socket.frame(1000 + settle, true, "{\"type\":\"pulse\"}"))).isTrue();
    assertThat(counts(socket.frame(1001 + settle, true, "{\"type\":\"pulse\"}"))).isFalse();
  }

  private boolean counts(Traffic traffic) {
    return unrest.test(traffic.capture().exchanges().get(0));
  }
}
