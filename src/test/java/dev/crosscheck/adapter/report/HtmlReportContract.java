package dev.crosscheck.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.archive.ReportsFolder;
import dev.crosscheck.adapter.selenium.PageWindow;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.sample.SampleRun;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, opened once as a file and used as a reader uses it. */
@ExtendWith(TestSupply.class)
@TestInstance(Lifecycle.PER_CLASS)
abstract class HtmlReportContract {
  private static final String TITLE = "Crosscheck: 6 failed, 1 broken of 54 cells";
  private static final String ENTER = "\uE007";
  private static final String ESCAPE = "\uE00C";
  private static final String SPACE = "\uE00D";
  private static final String DOWN = "\uE015";
  private static final String RIGHT = "\uE014";
  private static final String TAB = "\uE004";

  @TempDir static Path folder;

  private PageWindow page;

  abstract PageWindow.Engine engine();

  @BeforeAll
  void open(Supply supply) throws Exception {
    SampleRun run = new SampleRun();
    try (ReportsFolder reports = ReportsFolder.open(folder.resolve("reports"))) {
      new HtmlReport(reports, new Stories(reports))
          .ended(run.matrix(run.results(new FileArchive(reports.path()))));
    }
    try (ReportsFolder reports = ReportsFolder.open(folder.resolve("iphones"))) {
      SampleRun iphones = SampleRun.withIphones();
      new HtmlReport(reports, new Stories(reports))
          .ended(iphones.matrix(iphones.results(new FileArchive(reports.path()))));
    }
    page = PageWindow.open(engine(), supply).show(folder.resolve("reports/index.html").toUri());
  }

  @AfterAll
  void close() {
    page.close();
  }

  @BeforeEach
  void startAgain() {
    page.width(1280);
    at("#");
    page.until("document.querySelector('.story').hidden");
  }

  @Test
  void showsTheMatrixWithoutAComplaint() {
    assertThat(page.value("document.title")).isEqualTo(TITLE);
    assertThat(text()).contains("order completed reaches Mixpanel with its revenue");
    assertThat(text()).contains("not here: no Chrome 156 here, and none could be fetched");
    assertThat(count(".cell[data-verdict]")).isEqualTo(54);
    assertThat(page.value("getComputedStyle(document.querySelector('.bar')).display"))
        .as("its style is in use")
        .isEqualTo("flex");
    assertThat(page.console()).isEmpty();
  }

  @Test
  void showsOneDeviceAndOneVerdictAndKeepsThemInTheAddress() {
    page.click(".menu + .menu > summary");
    page.click(".choices input[value=chromium-strict]");

    assertThat(shown("thead th[data-device]")).isEqualTo(1);
    assertThat(page.value("location.hash")).isEqualTo("#?device=chromium-strict");
    assertThat(page.value("document.querySelector('[data-v=failed] b').textContent"))
        .isEqualTo("3");

    page.click(".pill[data-v=failed]");
    assertThat(page.value("location.hash")).isEqualTo("#?device=chromium-strict&verdict=failed");
    assertThat(shown("a.cell:not(.dim)")).isEqualTo(3);
    assertThat(shown("td .cell")).isEqualTo(3);

    page.click(".clear");
    assertThat(page.value("location.hash")).isEmpty();
    assertThat(shown("td .cell")).isEqualTo(54);
  }

  @Test
  void opensWhatAnAddressNarrowsItTo() {
    at("#acme/chromium/hostile?plugin=acme&device=chromium,chromium-strict&find=HOST");
    page.until("!document.querySelector('.story').hidden");

    assertThat(shown("td .cell")).isEqualTo(2);
    assertThat(shown("tr.group")).isEqualTo(1);
    assertThat(page.value("document.querySelector('.find').value")).isEqualTo("HOST");
    assertThat(text()).contains("Devices: 2 of 3");
    page.click(".turns a[title^=Next]");
    page.until("location.hash.startsWith('#acme/chromium-strict/hostile?plugin=acme&device=')");

    at("#?device=no-such-device");
    page.until("document.querySelector('.story').hidden");
    assertThat(text()).contains("No cell is like that.");
    assertThat(shown(".clear")).isEqualTo(1);
  }

  @Test
  void opensACellsStoryByItsAddress() {
    at("#mixpanel/chromium-strict/page-off");
    page.until("!document.querySelector('.story').hidden");

    assertThat(text()).contains("an event that must not come");
    assertThat(text()).contains("POST metrics.undeclared.example/collect");
    assertThat(text()).contains("identify u-42").contains("Order Completed");
    assertThat(text()).contains("the sentinel on lane 'event' arrived 523 ms after its call");
    assertThat(page.value("document.querySelector('.yaml .marked').innerText"))
        .contains("9")
        .contains("- partner: event")
        .contains("an event that must not come");
    assertThat(count(".yaml .marked")).isEqualTo(1);
    assertThat(page.value("document.querySelector('a[download]').download"))
        .isEqualTo("mixpanel-chromium-strict-page-off.har");
    assertThat(Path.of(URI.create(page.value("document.querySelector('a[download]').href"))))
        .isEqualTo(
            folder
                .toAbsolutePath()
                .resolve("reports/cells/mixpanel/chromium-strict/page-off/attempt-1/capture.har"))
        .exists();
  }

  @Test
  void showsWhatCameOfEachRowTheRedOnesFirst() {
    at("#acme/chromium/every-row");
    page.until("!document.querySelector('.story').hidden");

    assertThat(
            page.value(
                "[...document.querySelectorAll('[data-row]')].map(e => e.dataset.row).join(' ')"))
        .isEqualTo("failed failed passed skipped waived unsupported");
    assertThat(page.value("[...document.querySelectorAll('details[data-row]')].map(e => e.open)"))
        .as("the waived one is closed")
        .isEqualTo("true,true,false");
    assertThat(count(".table [open] .mismatch")).isEqualTo(2);
    assertThat(count(".mismatch")).as("none is told twice").isEqualTo(3);
    assertThat(text())
        .contains("2 of 6 rows failed, 1 skipped, 1 waived, 1 unsupported")
        .contains("\nalone it passes: it fails only after 'an order arrives once'")
        .doesNotContain("; alone it passes")
        .contains("<img src=x onerror=\"document.title='pwned'\"> \\u001b[31m");
    assertThat(page.value("document.querySelector('a.cell.open').title"))
        .startsWith("failed: 2 of 6 rows failed, 1 skipped");
    assertThat(
            page.value(
                "[...document.querySelectorAll('.table a[target]:not([download])')]"
                    + ".map(a => [a.protocol, a.rel, a.innerText].join(' ')).join()"))
        .isEqualTo("https: noopener see segment.com,https: noopener see segment.com");
    assertThat(Path.of(URI.create(page.value("document.querySelector('.table a[download]').href"))))
        .exists();
    assertThat(page.value("document.title")).isEqualTo(TITLE);

    page.click(".table .near button");
    assertThat(page.value("document.activeElement.innerText")).contains("/track");
    page.click(".table .at");
    assertThat(page.value("document.activeElement.className")).contains("yaml");
    assertThat(page.value("document.querySelector('details[data-row]').open")).isEqualTo("true");
  }

  @Test
  void opensRowsByTheKeyboardAndFindsThemByName() {
    page.press("/");
    page.press("united an order");
    page.until("location.hash === '#?find=united%20an%20order'");
    assertThat(shown("td .cell")).isEqualTo(3);

    at("#acme/chromium/every-row");
    page.until("!document.querySelector('.story').hidden");
    page.ask("() => document.querySelector('[data-row=waived] summary').focus()");
    page.press(ENTER);
    page.until("document.querySelector('[data-row=waived]').open");
    page.press(ENTER);
    page.until("!document.querySelector('[data-row=waived]').open");
  }

  @Test
  void isUsedByTheKeyboardAlone() {
    page.press("/");
    page.press("dates");
    page.until("location.hash === '#?find=dates'");
    page.press(TAB + TAB + ENTER + TAB + SPACE);
    page.until("location.hash === '#?device=chromium&find=dates'");
    page.press(ESCAPE);
    page.until("!document.querySelector('.menu[open]')");
    at("#");
    page.until("location.hash === '' && !document.querySelector('.find').value");

    page.ask("() => document.querySelector('tbody a.cell').focus()");
    page.press(DOWN + RIGHT + ENTER);
    page.until("location.hash === '#mixpanel/chromium-strict/identify-traits'");
    page.press("j");
    page.until("location.hash === '#mixpanel/chrome-pixel-7/identify-traits'");
    page.press("k");
    page.until("location.hash === '#mixpanel/chromium-strict/identify-traits'");
    page.press(ESCAPE);
    page.until("document.querySelector('.story').hidden");
    assertThat(page.value("document.activeElement.dataset.at"))
        .isEqualTo("#mixpanel/chromium-strict/identify-traits");
  }

  @Test
  void obeysNothingThatWasCaptured() {
    String scripts = page.value("document.scripts.length");
    at("#acme/chromium/hostile");
    page.until("!document.querySelector('.story').hidden");
    page.until(
        "document.querySelectorAll('.story details').forEach(d => { d.open = true; }) === undefined"
            + " && document.querySelector('.story').innerText.includes('X-Evil')");

    assertThat(page.value("document.title")).isEqualTo(TITLE);
    assertThat(text())
        .contains("</script><script>alert(1)</script>")
        .contains("# </script><script>document.title='pwned'</script> \\u202e rtl")
        .contains("\\u001b[33mcookie store is slow")
        .contains("<img src=x onerror=\"document.title='pwned'\">");
    assertThat(Inert.text(text())).isEqualTo(text());
    assertThat(page.value("document.scripts.length")).isEqualTo(scripts);
    assertThat(count("img:not(.shot img), [onerror], [onload], iframe, object")).isZero();
  }

  @Test
  void isReadOnAPhone() {
    page.width(390);
    page.until("innerWidth < 600");

    assertThat(overflow()).as("the matrix").isEmpty();
    at("#mixpanel/chromium-strict/page-off");
    page.until("!document.querySelector('.story').hidden");
    assertThat(overflow()).as("the story").isEmpty();
    assertThat(
            page.value(
                "[...document.querySelectorAll('.verdict, .mismatch, .yaml, .rows')]"
                    + ".every(e => e.getBoundingClientRect().width > innerWidth * .8)"))
        .isEqualTo("true");
    at("#acme/chromium/every-row");
    page.until("document.querySelectorAll('[data-row]').length === 6");
    assertThat(overflow()).as("the rows").isEmpty();
  }

  @Test
  void labelsADeviceThatIsNotClosedAndSaysWhyWhereItIsAsked() {
    page.show(folder.resolve("iphones/index.html").toUri());
    try {
      String why = "its network is its Mac's: what goes round the app's own sessions is not seen";
      page.until("document.querySelectorAll('.unclosed').length === 2");
      assertThat(shown(".unclosed .tag")).isEqualTo(2);
      assertThat(shown(".because")).isZero();
      assertThat(page.value("document.querySelector('.legend').innerText"))
          .as("in print and on a phone too")
          .contains("not closed: iphone-16; " + why);

      focus("iphone-16");
      assertThat(shown(".because")).isEqualTo(1);
      assertThat(page.value("document.activeElement.querySelector('.because').innerText"))
          .isEqualTo(why);
      assertThat(overflow()).isEmpty();
      page.press(TAB);
      assertThat(page.value("document.activeElement.querySelector('.because').innerText"))
          .startsWith("its network is its own");
      page.press(ESCAPE);
      assertThat(shown(".because")).isZero();

      page.width(390);
      page.until("innerWidth < 600");
      assertThat(shown(".unclosed .tag")).isEqualTo(2);
      assertThat(overflow()).isEmpty();
      focus("iphone-16");
      assertThat(overflow()).isEmpty();
      assertThat(
              page.value(
                  "(({left, right, bottom}) => left >= 0 && right <= innerWidth && bottom <= innerHeight)"
                      + "(document.activeElement.querySelector('.because').getBoundingClientRect())"))
          .as("nothing of it is cut off")
          .isEqualTo("true");
    } finally {
      page.show(folder.resolve("reports/index.html").toUri());
    }
  }

  @Test
  void writesWhatADeviceIsInWordsAndNamesAsTheyAre() {
    String terms = "[...document.querySelectorAll('.notes dt')].map(e => e.textContent).join()";
    assertThat(page.value(terms)).contains("user agent");
    page.show(folder.resolve("iphones/index.html").toUri());
    try {
      page.until("document.querySelectorAll('.unclosed').length === 2");
      assertThat(page.value(terms)).contains("user agent", "WebDriverAgent,xcode,not closed");
    } finally {
      page.show(folder.resolve("reports/index.html").toUri());
    }
  }

  @Test
  void claimsNoMoreOfACellThereThanTheProxySaw() {
    page.show(folder.resolve("iphones/index.html").toUri());
    try {
      page.until("document.querySelectorAll('.unclosed').length === 2");
      at("#mixpanel/iphone-16/order-completed");
      page.until("!document.querySelector('.story').hidden");
      assertThat(page.value("document.querySelector('.verdict').innerText"))
          .contains("seen through the proxy alone, for the network around the device is not closed")
          .contains("'no undeclared host' and 'TLS only' are not claimed");
      assertThat(page.value("document.querySelector('.meta').innerText")).contains("not closed");
      assertThat(page.console()).isEmpty();
    } finally {
      page.show(folder.resolve("reports/index.html").toUri());
    }
  }

  private void focus(String device) {
    page.ask("id => { document.querySelector('#unclosed-' + id).parentElement.focus(); }", device);
  }

  /** What is broader than the window, but for what scrolls in a place of its own. */
  private String overflow() {
    return page.ask(
        """
        () => {
          const broad = [...document.querySelectorAll('body *')].filter(e =>
            e.getBoundingClientRect().right > innerWidth + 1 && !e.closest('.scroll, .tabs, .shapes'));
          const page = document.documentElement.scrollWidth > innerWidth ? ['the page'] : [];
          return [...page, ...broad.map(e => e.tagName + '.' + e.getAttribute('class'))].join(' ');
        }""");
  }

  private void at(String address) {
    page.ask("to => { location.hash = to; }", address);
  }

  private String text() {
    return page.value("document.body.innerText");
  }

  private int count(String css) {
    return Integer.parseInt(page.ask("css => String(document.querySelectorAll(css).length)", css));
  }

  private int shown(String css) {
    return Integer.parseInt(
        page.ask(
            "css => String([...document.querySelectorAll(css)]"
                + ".filter(e => e.getClientRects().length).length)",
            css));
  }
}
