package dev.crosscheck.verdict;

import static dev.crosscheck.verdict.Expect.noErrors;
import static dev.crosscheck.verdict.Expect.pattern;
import static dev.crosscheck.verdict.Verdicts.broken;
import static dev.crosscheck.verdict.Verdicts.mismatch;
import static dev.crosscheck.verdict.Verdicts.passed;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Traffic;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.scenario.Times;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ObservedClaimsTest {
  private static final Observation COOKIES =
      new Observation.Cookies(
          List.of(
              cookie("mp_x", "%7B%22id%22%3A7%7D", ".acme.test"),
              cookie("other", "1", "shop.crosscheck.test")));
  private static final Observation STORAGE =
      new Observation.Storage(Map.of("mp_b", "2", "mp_a", "{\"id\":7}"), Map.of("s", "x"));
  private static final Locator LAUNCHER = new Locator("#launcher", Optional.empty());

  @Test
  void aCookieIsFoundByNameAndDomain() {
    assertThat(passed(seeing(COOKIES, cookie("mp_*", "acme.test", false, ""))).presenceOnly())
        .isTrue();
    assertThat(mismatch(seeing(COOKIES, cookie("mp_*", "shop.crosscheck.test", false, ""))))
        .isEqualTo("no cookie | cookie: mp_* of shop.crosscheck.test | there is none");
  }

  @Test
  void aCookieIsComparedAsTextOrAsTheJsonInIt() {
    Proof proof = passed(seeing(COOKIES, cookie("mp_*", "", false, "{'id': 7}")));
    assertThat(proof.presenceOnly()).isFalse();
    assertThat(passed(seeing(COOKIES, cookie("other", "", false, "1")))).isNotNull();
    assertThat(mismatch(seeing(COOKIES, cookie("other", "", false, "'2'"))))
        .isEqualTo("no matching cookie 'other' | \"2\" | \"1\"");
  }

  @Test
  void anAbsentCookieMustNotBeThere() {
    assertThat(mismatch(seeing(COOKIES, cookie("mp_*", "", true, ""))))
        .isEqualTo(
            "cookie that must not be there | no cookie: mp_* | mp_x = \"%7B%22id%22%3A7%7D\"");
    assertThat(passed(seeing(COOKIES, cookie("none", "", true, ""))).kind())
        .isEqualTo(Proof.Kind.SEALED);
    assertThat(broken(seeing(COOKIES, cookie("none", "", true, "")).unsettled()))
        .startsWith("nothing shows that no more would come");
  }

  @Test
  void whatWasNotReadIsBroken() {
    assertThat(broken(seeing(STORAGE, cookie("mp_*", "", false, ""))))
        .isEqualTo("'cookie: mp_*' was not read from the device");
    assertThat(broken(seeing(COOKIES, element(false, false, "")))).contains("was not read");
    assertThat(broken(seeing(COOKIES, noErrors())))
        .isEqualTo("the console was not read from the device");
  }

  @Test
  void storageIsFoundByArea() {
    assertThat(
            passed(seeing(STORAGE, storage(Expectation.Storage.Area.LOCAL, "mp_*", "{'id': 7}"))))
        .isNotNull();
    assertThat(passed(seeing(STORAGE, storage(Expectation.Storage.Area.SESSION, "s", "'x'"))))
        .isNotNull();
    assertThat(mismatch(seeing(STORAGE, storage(Expectation.Storage.Area.SESSION, "mp_*", ""))))
        .isEqualTo("no storage entry | storage: mp_* | there is none");
    assertThat(mismatch(seeing(STORAGE, storage(Expectation.Storage.Area.LOCAL, "mp_*", "'3'"))))
        .isEqualTo("no matching storage entry 'mp_a' | \"3\" | \"{\\\"id\\\":7}\"");
  }

  @Test
  void anElementIsThereVisibleAndWithItsText() {
    Observation shown = new Observation.Element(LAUNCHER, true, true, "Chat");
    Observation hidden = new Observation.Element(LAUNCHER, true, false, "");
    Observation none = new Observation.Element(LAUNCHER, false, false, "");
    assertThat(passed(seeing(shown, element(true, false, "'Chat'")))).isNotNull();
    assertThat(passed(seeing(hidden, element(false, false, "")))).isNotNull();
    assertThat(mismatch(seeing(hidden, element(true, false, ""))))
        .isEqualTo("no visible element | #launcher is visible | #launcher is hidden");
    assertThat(mismatch(seeing(none, element(false, false, ""))))
        .isEqualTo("no element | #launcher is on the page | #launcher is absent");
    assertThat(mismatch(seeing(shown, element(false, false, "'Help'"))))
        .isEqualTo("no element with that text | \"Help\" | \"Chat\"");
    assertThat(mismatch(seeing(shown, element(false, true, ""))))
        .startsWith("element that must not be there");
    assertThat(passed(seeing(none, element(false, true, "")))).isNotNull();
  }

  @Test
  void anErrorOnTheConsoleIsSeenWheneverItCame() {
    Observation read = new Observation.Console(List.of());
    assertThat(passed(seeing(read, noErrors()))).isNotNull();
    for (Observation.Line line :
        List.of(line("error", "boom", false), line("warn", "boom", true))) {
      assertThat(mismatch(seeing(read, noErrors()).console(line("info", "x", false), line)))
          .isEqualTo("an error on the console | no errors | boom at app.js:1");
    }
    assertThat(passed(seeing(read, noErrors()).console(line("warn", "boom", false)))).isNotNull();
  }

  @Test
  void anErrorThatNobodyThrewIsNoneWhereOnlyThrownOnesCount() {
    Observation read = new Observation.Console(List.of());
    Expectation nothingThrown = new Expectation.Console(Case.line(13), Optional.empty(), true);

    assertThat(passed(seeing(read, nothingThrown).console(line("error", "500", false))))
        .isNotNull();
    assertThat(mismatch(seeing(read, nothingThrown).console(line("warn", "boom", true))))
        .isEqualTo("an error on the console | no errors | boom at app.js:1");
  }

  @Test
  void aConsoleLineIsFound() {
    Expectation ready =
        new Expectation.Console(Case.line(9), Optional.of(new Pattern.Regex("^ready")));
    assertThat(passed(seeing(COOKIES, ready).console(line("info", "ready now", false))))
        .isNotNull();
    assertThat(mismatch(seeing(COOKIES, ready).console(line("info", "not ready", false))))
        .isEqualTo("no such line on the console | a string with /^ready/ in it | none of 1 lines");
  }

  @Test
  void whatBelongsToThePageMustBeAsItWas() {
    Expectation kept = new Expectation.Globals(Case.line(9));
    Observation changed =
        new Observation.Globals(List.of("Array.prototype.last was added", "fetch was replaced"));
    assertThat(passed(seeing(new Observation.Globals(List.of()), kept))).isNotNull();
    assertThat(mismatch(seeing(changed, kept)))
        .isEqualTo(
            "a script of the plugin's changed what belongs to the page"
                + " | what the browser gives every page, as it gave it"
                + " | Array.prototype.last was added, fetch was replaced");
    assertThat(broken(seeing(COOKIES, kept)))
        .isEqualTo("the page's globals were not read from the device");
  }

  @Test
  void probesAreWhatTheClaimsNeed() {
    List<Expectation> all =
        List.of(
            noErrors(),
            cookie("a", "", false, ""),
            cookie("b", "", true, ""),
            element(false, false, ""),
            storage(Expectation.Storage.Area.LOCAL, "k", ""),
            Expect.atLeast(1, "event", ""));
    assertThat(OpenClaims.probes(all))
        .containsExactly(
            new Probe.Console(),
            new Probe.Cookies(),
            new Probe.Element(LAUNCHER),
            new Probe.Storage());
  }

  @Test
  void openClaimsAreMetOnceTheyHold() {
    View none = view(new Traffic());
    View one = view(new Traffic().post(Case.TRACK, "{\"n\":1}"));
    assertThat(met(none, 0, Expect.exactly(1, "event", "{'n': 1}"))).isFalse();
    assertThat(met(one, 0, Expect.exactly(1, "event", "{'n': 1}"))).isTrue();
    assertThat(met(one, 0, Expect.exactly(1, "event", "{'n': 2}"))).isFalse();
    assertThat(met(one, 1, Expect.exactly(1, "event", "{'n': 1}"))).isFalse();
    assertThat(met(one, 0, Expect.exactly(0, "event", ""), Expect.nothingElse())).isTrue();
    assertThat(met(one, 0, Expect.order("event[0]", "event[1]"))).isFalse();
    assertThat(met(one, 0, Expect.segment(Times.AT_LEAST_ONCE, "any", ""))).isFalse();
    List<Expectation> cookie = List.of(cookie("mp_*", "", false, ""));
    assertThat(OpenClaims.met(cookie, one, 0, List.of())).isFalse();
    assertThat(OpenClaims.met(cookie, one, 0, List.of(COOKIES))).isTrue();
    assertThat(OpenClaims.met(List.of(noErrors()), one, 0, List.of())).isTrue();
  }

  private static boolean met(View view, int from, Expectation... expectations) {
    return OpenClaims.met(List.of(expectations), view, from, List.of());
  }

  private static View view(Traffic traffic) {
    return View.of(new Case().evidence().plugin(), "web", traffic.capture(), Set.of());
  }

  private static Case seeing(Observation observation, Expectation expectation) {
    return new Case()
        .traffic(new Traffic().get("https://shop.crosscheck.test/"))
        .observing(observation)
        .expect(expectation);
  }

  private static Expectation cookie(String name, String domain, boolean absent, String value) {
    Optional<String> of = domain.isEmpty() ? Optional.empty() : Optional.of(domain);
    return new Expectation.Cookie(Case.line(9), name, of, absent, pattern(value));
  }

  private static Expectation storage(Expectation.Storage.Area area, String key, String value) {
    return new Expectation.Storage(Case.line(9), area, key, false, pattern(value));
  }

  private static Expectation element(boolean visible, boolean absent, String text) {
    return new Expectation.Element(Case.line(9), LAUNCHER, visible, absent, pattern(text));
  }

  private static Observation.Cookie cookie(String name, String value, String domain) {
    return new Observation.Cookie(name, value, domain, "/", true, false, "none", -1);
  }

  private static Observation.Line line(String level, String text, boolean thrown) {
    return new Observation.Line(Traffic.at(1), level, text, "app.js:1", thrown);
  }
}
