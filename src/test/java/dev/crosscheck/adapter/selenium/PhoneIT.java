package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.local.LocalDrivers;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Phone;
import dev.crosscheck.device.Phones;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Locator;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** What a page meets on an emulated phone, read in the page. */
class PhoneIT {
  private static BrowserLab lab;

  /** {@code look()}: what a page or a worker can tell of the device that it is on. */
  private static final String LOOK =
      """
      const look = async () => JSON.stringify({
        userAgent: navigator.userAgent,
        platform: navigator.platform,
        hints: navigator.userAgentData ? await navigator.userAgentData.getHighEntropyValues(
          ['model', 'platformVersion', 'fullVersionList']) : null,
        fingers: navigator.maxTouchPoints,
        ...(typeof screen === 'undefined' ? {} : {
          touch: 'ontouchstart' in window,
          coarse: matchMedia('(pointer: coarse)').matches,
          hover: matchMedia('(hover: hover)').matches,
          width: innerWidth,
          height: innerHeight,
          ratio: devicePixelRatio,
          screen: screen.width + 'x' + screen.height,
          upright: screen.orientation.type === 'portrait-primary',
        }),
      });
      """;

  /** Tells the partner what the page, a frame of the partner's and two workers see. */
  private static final String TELLING =
      Scripts.partnerAnd(
          LOOK
              + """
              const tell = (where, what) =>
                fetch('https://api.partner.test/' + where, {method: 'POST', body: what});
              look().then(what => tell('page', what));
              const script = 'const look = ' + look.toString() + ';'
                + 'look().then(what => (self.postMessage ? self : {postMessage() {}}).postMessage(what));'
                + 'onconnect = e => look().then(what => e.ports[0].postMessage(what));';
              const url = URL.createObjectURL(new Blob([script], {type: 'text/javascript'}));
              new Worker(url).onmessage = e => tell('worker', e.data);
              new SharedWorker(url).port.onmessage = e => tell('shared', e.data);
              addEventListener('DOMContentLoaded', () => {
                const frame = document.createElement('iframe');
                frame.src = 'https://shop.partner.test/';
                frame.id = 'shop';
                document.body.append(frame);
                for (const type of ['touchstart', 'pointerdown'])
                  document.querySelector('#buy').addEventListener(type, e =>
                    tell(type + '-' + (e.pointerType || e.touches.length) + '-' + e.isTrusted, ''));
                document.querySelector('#query').oninput = e =>
                  e.target.value === 'shoe' && tell('typed', '');
              });
              """);

  private static final String FRAME =
      "<button id=go onpointerdown=\"navigator.sendBeacon('/' + event.pointerType)\">go</button>"
          + "<script>"
          + LOOK
          + "look().then(what => fetch('/frame', {method: 'POST', body: what}))</script>";

  @BeforeAll
  static void start() {
    lab = BrowserLab.chromium();
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Pixel 7", "iPhone 16"})
  void pagesFramesAndWorkersMeetThePhone(String name) throws Exception {
    Phone phone = phone(name);
    try (Device device = lab.start(emulating(phone));
        Visit visit = Visit.open(lab.recorder(), device, telling()).ready()) {
      DeviceFacts facts = device.facts();
      assertThat(facts.emulated()).isTrue();
      assertThat(facts.engine()).isEqualTo("Blink");
      assertThat(facts.kind()).isEqualTo("browser");
      assertThat(facts.name()).isEqualTo("Chromium " + facts.version() + " as " + name);

      String userAgent = PhoneUserAgent.of(phone, facts.version());
      assertThat(facts.details()).containsEntry("userAgent", userAgent);
      meets(phone, userAgent, look(visit, "POST api.partner.test/page", 0));
      framed(phone, userAgent, look(visit, "POST shop.partner.test/frame", 0));
      for (String worker : new String[] {"worker", "shared"}) {
        assertThat(look(visit, "POST api.partner.test/" + worker, 0).path("userAgent").asString())
            .as(worker)
            .isEqualTo(userAgent);
      }

      visit.perform(new Step.Navigate(Samples.AT, "/pricing"));
      meets(phone, userAgent, look(visit, "POST api.partner.test/page", 1));
      visit.perform(new Step.Flush(Samples.AT));
      visit.perform(new Step.Reload(Samples.AT));
      meets(phone, userAgent, look(visit, "POST api.partner.test/page", 2));
      framed(phone, userAgent, look(visit, "POST shop.partner.test/frame", 2));

      assertThat(visit.recording().soFar().exchanges())
          .allSatisfy(
              exchange ->
                  assertThat(exchange.request().header("User-Agent"))
                      .as(exchange.name())
                      .contains(userAgent));
      hints(phone, visit.awaited("POST shop.partner.test/frame").request());
      hints(phone, visit.awaited("GET shop.crosscheck.test/pricing").request());
    }
  }

  @Test
  void phonesAndADesktopInOneBrowserDoNotMix() throws Exception {
    Map<String, Visit> visits = new LinkedHashMap<>();
    Supply supply = TestSupply.create();
    try (LocalDrivers drivers = new LocalDrivers(supply, InstantSource.system())) {
      Chromium chromium =
          Chromium.start(
              drivers.endpoint(Samples.CHROMIUM),
              ChromiumBrand.CHROMIUM,
              Samples.CHROMIUM,
              supply.program(Program.CHROMIUM),
              lab.recorder().trust(),
              Visit.soon());
      for (String name : new String[] {"Pixel 7", "", "iPhone 16", "Galaxy S24"}) {
        visits.put(name, Visit.open(lab.recorder(), in(chromium, Phones.named(name)), telling()));
      }
      for (Visit visit : visits.values()) {
        visit.ready();
      }
      String version = chromium.version();
      for (Map.Entry<String, Visit> entry : visits.entrySet()) {
        JsonNode page = look(entry.getValue(), "POST api.partner.test/page", 0);
        if (entry.getKey().isEmpty()) {
          desktop(page);
        } else {
          Phone phone = phone(entry.getKey());
          meets(phone, PhoneUserAgent.of(phone, version), page);
        }
      }
    } finally {
      visits.values().forEach(Visit::close);
    }
  }

  @Test
  void aFingerClicksAndTypes() throws Exception {
    try (Device device = lab.start(emulating(phone("Galaxy S24")));
        Visit visit = Visit.open(lab.recorder(), device, telling()).ready()) {
      visit.perform(new Step.Click(Samples.AT, new Locator("#buy", Optional.empty())));
      visit.perform(new Step.Type(Samples.AT, new Locator("#query", Optional.empty()), "shoe"));
      visit.perform(new Step.Click(Samples.AT, new Locator("#go", Optional.of("shop"))));

      visit.awaited("POST api.partner.test/pointerdown-touch-true");
      visit.awaited("POST api.partner.test/touchstart-1-true");
      visit.awaited("POST api.partner.test/typed");
      visit.awaited("POST shop.partner.test/touch");
    }
  }

  private static void meets(Phone phone, String userAgent, JsonNode page) {
    framed(phone, userAgent, page);
    assertThat(page.path("width").asInt()).isEqualTo(phone.width());
    assertThat(page.path("height").asInt()).isEqualTo(phone.pageHeight());
  }

  /** What a frame has too, whose size is its own. */
  private static void framed(Phone phone, String userAgent, JsonNode page) {
    boolean iphone = phone.system() == Phone.OperatingSystem.IOS;
    assertThat(page.path("userAgent").asString()).isEqualTo(userAgent);
    assertThat(page.path("platform").asString()).isEqualTo(iphone ? "iPhone" : "Linux armv81");
    assertThat(page.path("fingers").asInt()).isEqualTo(5);
    assertThat(page.path("touch").asBoolean()).isTrue();
    assertThat(page.path("coarse").asBoolean()).isTrue();
    assertThat(page.path("hover").asBoolean()).isFalse();
    assertThat(page.path("ratio").asDouble()).isEqualTo(phone.pixelRatio());
    assertThat(page.path("screen").asString()).isEqualTo(phone.width() + "x" + phone.height());
    assertThat(page.path("upright").asBoolean()).isTrue();
    JsonNode hints = page.path("hints");
    assertThat(hints.isNull()).isEqualTo(iphone);
    if (!iphone) {
      assertThat(hints.path("mobile").asBoolean()).isTrue();
      assertThat(hints.path("platform").asString()).isEqualTo("Android");
      assertThat(hints.path("platformVersion").asString()).isEqualTo("16.0.0");
      assertThat(hints.path("model").asString()).isEqualTo(phone.model());
      assertThat(hints.path("fullVersionList").toString()).contains("\"Chromium\"");
    }
  }

  private static void desktop(JsonNode page) {
    assertThat(page.path("userAgent").asString()).contains("Chrome/").doesNotContain("Mobile");
    assertThat(page.path("platform").asString()).doesNotContain("arm").isNotEqualTo("iPhone");
    assertThat(page.path("hints").path("mobile").asBoolean(true)).isFalse();
    assertThat(page.path("fingers").asInt(-1)).isZero();
    assertThat(page.path("coarse").asBoolean(true)).isFalse();
    assertThat(page.path("width").asInt()).isGreaterThan(700);
    assertThat(page.path("ratio").asDouble()).isEqualTo(1);
  }

  private static void hints(Phone phone, HttpRequest request) {
    boolean iphone = phone.system() == Phone.OperatingSystem.IOS;
    assertThat(request.header("sec-ch-ua-mobile"))
        .isEqualTo(iphone ? Optional.empty() : Optional.of("?1"));
    assertThat(request.header("sec-ch-ua-platform"))
        .isEqualTo(iphone ? Optional.empty() : Optional.of("\"Android\""));
  }

  private static JsonNode look(Visit visit, String name, int index) {
    return Json.read(visit.awaited(name, index + 1).get(index).request().body().text());
  }

  private static Deployment telling() {
    return lab.deploy(BrowserLab.framed(FRAME), TELLING, Map.of(), Given.NOTHING, true);
  }

  private static Device in(Chromium chromium, Optional<Phone> phone) {
    String version = chromium.version();
    DeviceFacts facts =
        new DeviceFacts(
            "one",
            "web",
            "browser",
            "Blink",
            "one",
            version,
            "",
            "",
            true,
            Optional.empty(),
            Map.of(),
            5);
    return new BidiDevice(
        chromium.browser(),
        facts,
        phone.map(p -> new PhoneEmulation(p, version)),
        InstantSource.system(),
        device -> {});
  }

  private static BrowserSpec emulating(Phone phone) {
    return new BrowserSpec(
        "phone",
        Samples.AT,
        BrowserSpec.Browser.CHROME,
        true,
        Optional.of(phone),
        Optional.empty());
  }

  private static Phone phone(String name) {
    return Phones.named(name).orElseThrow();
  }
}
