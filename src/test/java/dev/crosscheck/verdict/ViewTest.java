package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Case.ENGAGE;
import static dev.crosscheck.verdict.Case.SEGMENT;
import static dev.crosscheck.verdict.Case.SPECTATOR;
import static dev.crosscheck.verdict.Case.TRACK;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Message;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.capture.Types;
import dev.crosscheck.evidence.SentinelId;
import dev.crosscheck.scenario.Party;
import dev.crosscheck.spec.SpecCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ViewTest {
  private static final String ID = "crosscheck-0b5c";

  @Test
  void tellsThePartnersMessagesFromSegmentsAndTheSpectators() {
    View view =
        view(
            new Traffic()
                .post(TRACK, "{\"n\":1}")
                .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"m\"}")
                .post(SPECTATOR, "{\"type\":\"track\",\"messageId\":\"m\"}")
                .post(TRACK, "oops"));
    assertThat(view.messages()).extracting(Message::type).containsExactly("event");
    assertThat(view.deliveries()).extracting(Message::exchange).containsExactly(1);
    assertThat(view.spectated()).extracting(Message::exchange).containsExactly(2);
    assertThat(view.failures()).hasSize(1);
    assertThat(view.exchanges())
        .extracting(view::party)
        .containsExactly(Party.PARTNER, Party.SEGMENT, Party.HOST, Party.PARTNER);
  }

  @Test
  void saysWhatThePartnerWasToldBeforeSegmentsSettings() {
    String settings = "https://cdn.segment.com/v1/projects/key/settings";
    View view =
        view(
            new Traffic()
                .get("https://api.acme.test/lib.js")
                .post(TRACK, "{\"n\":1}")
                .get(settings)
                .post(TRACK, "{\"n\":2}")
                .times(305, 320)
                .post(TRACK, "{\"n\":3}")
                .get(settings));
    assertThat(view.name(0)).isEqualTo("exchange 1 of 6, GET api.acme.test/lib.js");
    assertThat(view.name(1)).endsWith("POST api.acme.test/track, before Segment's settings");
    assertThat(view.name(2)).endsWith("GET cdn.segment.com/v1/projects/key/settings");
    assertThat(view.name(3)).endsWith(", before Segment's settings");
    assertThat(view.name(4)).isEqualTo("exchange 5 of 6, POST api.acme.test/track");
  }

  @Test
  void setsSentinelsAsideEverywhere() {
    View view =
        view(
            new Traffic()
                .post(TRACK, "[{\"n\":1},{\"n\":\"" + ID + "\"}]")
                .post(ENGAGE, "{\"deep\":[{\"" + ID + "\":1}]}")
                .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"m\",\"event\":\"" + ID + "\"}")
                .post(
                    SPECTATOR, "{\"type\":\"track\",\"messageId\":\"m\",\"event\":\"" + ID + "\"}")
                .get("https://api.acme.test/pixel?e=" + ID));
    assertThat(view.messages()).hasSize(1);
    assertThat(view.deliveries()).isEmpty();
    assertThat(view.spectated()).isEmpty();
    assertThat(view.exchanges()).extracting(Exchange::index).containsExactly(0);
    assertThat(view.capture().size()).isEqualTo(5);
    assertThat(view.sentinel(ID)).extracting(Message::type).containsExactly("event", "profile");
    assertThat(view.sentinel("other")).isEmpty();
  }

  @Test
  void aMessageThatOnlyRemembersAnotherTypesSentinelStays() {
    MessageType event =
        Types.type("event", "json").from("POST", "*", "/track").sentinel(SpecCall.TRACK).build();
    MessageType profile =
        Types.type("profile", "json")
            .from("POST", "*", "/engage")
            .sentinel(SpecCall.IDENTIFY)
            .build();
    String identify = SentinelId.of(SpecCall.IDENTIFY);
    String track = SentinelId.of(SpecCall.TRACK);
    Traffic traffic =
        new Traffic()
            .post(ENGAGE, "{\"s\":\"" + identify + "\"}")
            .post(TRACK, "{\"event\":\"A\",\"remembered\":\"" + identify + "\"}")
            .post(TRACK, "{\"s\":\"" + track + "\",\"remembered\":\"" + identify + "\"}");
    Case cell = new Case().types(event, profile).traffic(traffic);
    View view =
        View.of(
            cell.evidence().plugin(), "web", cell.evidence().capture(), Set.of(identify, track));
    assertThat(view.messages()).extracting(Message::exchange).containsExactly(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "xy"})
  void findsAnIdInBase64WhereverItBegins(String before) {
    byte[] inside = (before + "{" + ID + "}").getBytes(StandardCharsets.UTF_8);
    String encoded = Base64.getEncoder().encodeToString(inside);
    View view =
        view(
            new Traffic()
                .post("https://api.acme.test/raw", "d=" + encoded.replace("=", "%3D"))
                .post("https://api.acme.test/raw", "d=" + encoded.substring(0, 8)));
    assertThat(view.exchanges()).extracting(Exchange::index).containsExactly(1);
  }

  @Test
  void leavesPreflightsOut() {
    View view =
        view(
            new Traffic()
                .request("OPTIONS", TRACK, Body.EMPTY)
                .header("Access-Control-Request-Method", "POST")
                .request("OPTIONS", TRACK, Body.EMPTY));
    assertThat(view.exchanges()).extracting(Exchange::index).containsExactly(1);
  }

  @Test
  void aFrameBelongsWhereItCame() {
    Case cell =
        new Case()
            .types(Types.type("live", "json").from("WS", "*", "/live").build())
            .traffic(
                new Traffic()
                    .get("https://api.acme.test/live")
                    .header("Upgrade", "websocket")
                    .status(101)
                    .frame(150, true, "{\"n\":1}")
                    .frame(250, true, "{\"n\":2}")
                    .get("https://shop.crosscheck.test/a"));
    View view = View.of(cell.evidence().plugin(), "web", cell.evidence().capture(), Set.of());
    assertThat(view.messages()).extracting(view::position).containsExactly(0, 1);
  }

  @Test
  void aTwinsLagIsThatOfItsLastMessageBehindTheLastDelivery() {
    Case twin =
        new Case()
            .traffic(
                new Traffic()
                    .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"m\"}")
                    .times(200, 210)
                    .post(TRACK, "{}")
                    .times(150, 160)
                    .post(TRACK, "{}")
                    .times(450, 460)
                    .post(TRACK, "{}")
                    .times(7000, 7010))
            .leftAt(5000);
    assertThat(TwinLag.longest(twin.evidence())).isEqualTo(Duration.ofMillis(250));
    Case without = new Case().traffic(new Traffic().post(TRACK, "{}").times(110, 120));
    assertThat(TwinLag.longest(without.evidence())).isEqualTo(Duration.ofMillis(100));
    assertThat(TwinLag.longest(new Case().evidence())).isEqualTo(Duration.ZERO);
  }

  @Test
  void ofAStreamThatEndsOnlyByLeavingWhatCameFirstIsItsTwinsLag() {
    Case twin =
        new Case()
            .types(
                Types.type("event", "json").from("POST", "*", "/track").build(),
                Types.type("pulse", "json").from("POST", "*", "/pulse").ambient().build())
            .traffic(
                new Traffic()
                    .post(SEGMENT, "{\"type\":\"track\",\"messageId\":\"m\"}")
                    .times(100, 110)
                    .post("https://api.acme.test/pulse", "{}")
                    .times(350, 360)
                    .post(TRACK, "{}")
                    .times(300, 310)
                    .post("https://api.acme.test/pulse", "{}")
                    .times(4000, 4010))
            .leftAt(5000);
    assertThat(TwinLag.longest(twin.evidence())).isEqualTo(Duration.ofMillis(250));
  }

  private static View view(Traffic traffic) {
    return View.of(new Case().evidence().plugin(), "web", traffic.capture(), Set.of(ID));
  }
}
