package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What can be read from a browser. */
abstract class BrowserObserveContract extends InBrowser {
  private static final String FRAME =
      Scripts.partnerAnd(
          """
          document.cookie = 'own=a; Path=/; Max-Age=1000; Secure; SameSite=Lax';
          addEventListener('DOMContentLoaded', () => {
            const frame = document.createElement('iframe');
            frame.name = 'chat';
            frame.src = 'https://shop.partner.test/';
            frame.onload = () => fetch('https://api.partner.test/framed');
            document.body.append(frame);
          });
          """);

  @Test
  void readsCookiesOfEveryDomain() throws Exception {
    try (Visit visit = framed(device)) {
      List<Observation.Cookie> cookies = cookies(visit);

      assertThat(cookies)
          .filteredOn(cookie -> cookie.name().equals("own"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.value()).isEqualTo("a");
                assertThat(cookie.domain()).isEqualTo("shop.crosscheck.test");
                assertThat(cookie.secure()).isTrue();
                assertThat(cookie.sameSite()).isEqualTo("lax");
                assertThat(cookie.expires()).isPositive();
              });
      assertThat(cookies)
          .filteredOn(cookie -> cookie.domain().contains("partner.test"))
          .singleElement()
          .satisfies(
              cookie -> {
                assertThat(cookie.name()).isEqualTo("third");
                assertThat(cookie.httpOnly()).isTrue();
                assertThat(cookie.expires()).isEqualTo(-1);
              });
    }
  }

  @Test
  void withholdsThirdPartyCookiesWhereTheDeviceSaysSo() throws Exception {
    BrowserSpec strict = new BrowserSpec("strict", Samples.AT, lab.usual().browser(), false);
    try (Device other = lab.start(strict);
        Visit visit = framed(other)) {
      assertThat(cookies(visit))
          .noneMatch(cookie -> cookie.domain().contains("partner.test"))
          .anyMatch(cookie -> cookie.name().equals("own"));
    }
  }

  @Test
  void readsLocalAndSessionStorage() throws Exception {
    try (Visit visit =
        visit(Scripts.partnerAnd("localStorage.mp_x = '{\"a\":1}'; sessionStorage.s = 'é';"))) {
      Observation.Storage storage = visit.observe(new Probe.Storage());

      assertThat(storage.local()).containsEntry("mp_x", "{\"a\":1}");
      assertThat(storage.session()).containsEntry("s", "é");
    }
  }

  @Test
  void seesWhatScriptsTookFromThePage() throws Exception {
    String taking =
        Scripts.partnerAnd(
            """
            const { fetch } = window;
            window.fetch = (...args) => fetch(...args);
            Array.prototype.lastOne = function () { return this[this.length - 1]; };
            Object.defineProperty(Array.prototype, 'firstOne', { value: () => this[0] });
            Object.defineProperty(navigator, 'language', { get: () => 'fr' });
            Object.defineProperty(Navigator.prototype, 'languages', { get: () => ['fr'] });
            delete Storage.prototype.key;
            """);
    try (Visit visit = visit(taking)) {
      assertThat(visit.<Observation.Globals>observe(new Probe.Globals()).changed())
          .containsExactly(
              "Array.prototype.lastOne was added",
              "Navigator.prototype.languages was replaced",
              "Storage.prototype.key is gone",
              "fetch was replaced");
    }
  }

  @Test
  void findsAPageAsItWasWhereNothingWasTaken() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      assertThat(visit.<Observation.Globals>observe(new Probe.Globals()).changed()).isEmpty();
    }
  }

  @Test
  void looksAtElementsInThePageAndInFrames() throws Exception {
    try (Visit visit = framed(device)) {
      assertThat(element(visit, new Locator("#buy", Optional.empty())))
          .returns(true, Observation.Element::present)
          .returns(true, Observation.Element::visible)
          .returns("Buy", Observation.Element::text);
      assertThat(element(visit, new Locator("title", Optional.empty())))
          .returns(true, Observation.Element::present)
          .returns(false, Observation.Element::visible);
      assertThat(element(visit, new Locator("#none", Optional.empty())))
          .returns(false, Observation.Element::present);
      assertThat(element(visit, new Locator("#go", Optional.of("chat"))))
          .returns(true, Observation.Element::visible)
          .returns("go", Observation.Element::text);
      assertThat(element(visit, new Locator("#go", Optional.of("other"))))
          .returns(false, Observation.Element::present);
    }
  }

  @Test
  void keepsTheConsoleWithWhatWasThrown() throws Exception {
    String noisy =
        Scripts.partnerAnd(
            """
            console.log('a', {b: [1, 'c'], d: null}, undefined);
            console.warn('careful');
            console.error('%s is %d', 'two', 2);
            console.debug('quietly');
            setTimeout(() => { throw new TypeError('thrown later'); });
            Promise.reject(new Error('rejected'));
            setTimeout(() => console.info('last'), 100);
            """);
    try (Visit visit = visit(noisy)) {
      List<Observation.Line> lines = visit.linesUntil("last");

      assertThat(lines)
          .extracting(line -> line.level() + " " + line.thrown() + " " + line.text())
          .contains(
              "info false a {\"b\":[1,\"c\"],\"d\":null} undefined",
              "warn false careful",
              "error false two is 2",
              "debug false quietly",
              "error true TypeError: thrown later",
              "error true Error: rejected");
      assertThat(lines)
          .filteredOn(line -> line.text().equals("careful"))
          .allSatisfy(line -> assertThat(line.source()).contains("/crosscheck/plugin.js:"));
    }
  }

  @Test
  void keepsWhatTheBrowserSaysOfContentThatItBlocks() throws Exception {
    String plain =
        Scripts.partnerAnd(
            "fetch('http://insecure.partner.test/').catch(() => console.info('last'));");
    try (Visit visit = visit(plain)) {
      assertThat(visit.linesUntil("last"))
          .filteredOn(line -> line.text().contains("http://insecure.partner.test/"))
          .anySatisfy(line -> assertThat(line.text()).containsIgnoringCase(blocked()))
          .allSatisfy(line -> assertThat(line.thrown()).isFalse());
    }
  }

  /** How the console calls content that comes without TLS into a page with it. */
  String blocked() {
    return "mixed";
  }

  @Test
  void writesErrorsToTheConsoleWithTheirMessages() throws Exception {
    try (Visit visit =
        visit(Scripts.partnerAnd("console.error('failed', new TypeError('the reason'));"))) {
      assertThat(visit.linesUntil("failed"))
          .extracting(Observation.Line::text)
          .anyMatch(text -> text.startsWith("failed") && text.contains("the reason"));
    }
  }

  @Test
  void takesAPictureOfThePage() throws Exception {
    try (Visit visit = visit(Scripts.PARTNER)) {
      Observation.Screenshot picture = visit.observe(new Probe.Screenshot());

      var image = ImageIO.read(new ByteArrayInputStream(picture.png().bytes()));
      assertThat(image.getWidth()).isGreaterThan(1000);
      assertThat(colours(image)).isGreaterThan(2);
    }
  }

  Visit framed(Device browser) throws Exception {
    Visit visit =
        Visit.open(
            lab.recorder(),
            browser,
            lab.deploy(
                BrowserLab.framed("<button id=go>go</button>"),
                FRAME,
                Map.of(),
                Given.NOTHING,
                true));
    visit.ready();
    visit.awaited("GET api.partner.test/framed");
    return visit;
  }

  static List<Observation.Cookie> cookies(Visit visit) {
    return visit.<Observation.Cookies>observe(new Probe.Cookies()).cookies();
  }

  private static Observation.Element element(Visit visit, Locator locator) {
    return visit.observe(new Probe.Element(locator));
  }

  private static long colours(java.awt.image.BufferedImage image) {
    return Stream.iterate(0, i -> i + 1)
        .limit((long) image.getWidth() * image.getHeight())
        .map(i -> image.getRGB(i % image.getWidth(), i / image.getWidth()))
        .distinct()
        .count();
  }
}
