package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Expect.pattern;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.device.Observation;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Locator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What speaks for running a plugin on the device. */
class DeviceModeSignsTest {
  private static final String CODE = "https://api.acme.test/lib.js";
  private static final Header SCRIPT = new Header("Content-Type", "text/javascript; charset=utf-8");
  private static final Locator LAUNCHER = new Locator("#launcher", Optional.empty());

  @Test
  void aScriptOfThePartnersThatWasServedSpeaksForIt() {
    assertThat(signs(new Traffic().get(CODE).status(200, SCRIPT)))
        .containsExactly("script api.acme.test/lib.js");
    assertThat(signs(new Traffic().get("https://cdn.acmecdn.test/l.js").status(200, SCRIPT)))
        .containsExactly("script cdn.acmecdn.test/l.js");
  }

  @Test
  void otherCodeDoesNot() {
    assertThat(signs(new Traffic().get(CODE).status(404, SCRIPT))).isEmpty();
    assertThat(signs(new Traffic().get("https://cdn.acmecdn.test/conf").status(200))).isEmpty();
    assertThat(signs(new Traffic().get("https://cdn.segment.com/a.js").status(200, SCRIPT)))
        .isEmpty();
  }

  @Test
  void whatThePartnerWasToldBeforeTheFirstCallWasNoEvents() {
    assertThat(signs(new Traffic().post(Case.ENGAGE, "{}").times(5, 6)))
        .containsExactly("traffic POST api.acme.test/engage");
    assertThat(signs(new Traffic().post(Case.ENGAGE, "{}").times(11, 12))).isEmpty();
    assertThat(signs(new Traffic().post("https://elsewhere.test/x", "{}").times(5, 6))).isEmpty();
  }

  @Test
  void aPhoneMakesEventsByItself() {
    Case phone = new Case().traffic(new Traffic().post(Case.ENGAGE, "{}").times(5, 6));

    assertThat(DeviceModeSigns.in(phone.platform("android").evidence())).isEmpty();
  }

  @Test
  void aCookieThatComesBackIsThePartners() {
    Traffic again = new Traffic().post(Case.TRACK, "{}").header("Cookie", "id=1").times(11, 12);

    assertThat(signs(again)).containsExactly("cookie came back to api.acme.test");
    assertThat(signs(new Traffic().get("https://shop.crosscheck.test/").header("Cookie", "a=1")))
        .isEmpty();
  }

  @Test
  void whatTheScenarioFoundOnTheDeviceCounts() {
    Observation cookies =
        new Observation.Cookies(
            List.of(new Observation.Cookie("mp_x", "1", "a.test", "/", true, false, "none", -1)));
    Observation storage = new Observation.Storage(Map.of("mp_a", "1"), Map.of());
    Observation launcher = new Observation.Element(LAUNCHER, true, true, "");

    assertThat(seeing(cookies, cookie("mp_*", false))).containsExactly("cookie mp_*");
    assertThat(seeing(cookies, cookie("none", true))).isEmpty();
    assertThat(seeing(cookies, cookie("none", false))).isEmpty();
    assertThat(
            seeing(
                storage,
                new Expectation.Storage(
                    Case.line(9), Expectation.Storage.Area.LOCAL, "mp_*", false, Optional.empty())))
        .containsExactly("storage mp_*");
    assertThat(
            seeing(
                launcher,
                new Expectation.Element(Case.line(9), LAUNCHER, true, false, pattern(""))))
        .containsExactly("element #launcher");
  }

  @Test
  void behindAShutGateNothingCounts() {
    Traffic code = new Traffic().get(CODE).status(200, SCRIPT);
    Given disabled = new Given(false, Optional.empty(), Optional.empty(), List.of());

    assertThat(words(new Case().traffic(code))).isNotEmpty();
    assertThat(words(new Case().given(disabled).traffic(code))).isEmpty();
  }

  private static Expectation cookie(String name, boolean absent) {
    return new Expectation.Cookie(Case.line(9), name, Optional.empty(), absent, Optional.empty());
  }

  private static List<String> seeing(Observation observation, Expectation expectation) {
    return words(
        new Case()
            .traffic(new Traffic().get("https://shop.crosscheck.test/"))
            .observing(observation)
            .expect(expectation));
  }

  private static List<String> signs(Traffic traffic) {
    return words(new Case().traffic(traffic));
  }

  private static List<String> words(Case seen) {
    return DeviceModeSigns.in(seen.evidence()).stream()
        .map(sign -> sign.kind().word() + " " + sign.words())
        .toList();
  }
}
