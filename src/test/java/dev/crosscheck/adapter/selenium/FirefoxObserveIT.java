package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Observation;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be read from Firefox. */
class FirefoxObserveIT extends BrowserObserveContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }

  @Test
  void looksToThePageLikeACustomersBrowser() throws Exception {
    String telling =
        Scripts.partnerAnd(
            """
            console.log('agent', navigator.userAgent);
            console.log('webdriver', navigator.webdriver);
            console.log('languages', navigator.languages.join());
            console.log('state', document.visibilityState, document.hasFocus());
            """);
    try (Visit visit = visit(telling)) {
      List<String> lines = visit.linesUntil("state").stream().map(Observation.Line::text).toList();

      assertThat(lines).anyMatch(line -> line.matches("agent Mozilla/5.0 .* Firefox/\\d+\\.0"));
      assertThat(lines).contains("webdriver false", "languages en-US,en", "state visible true");
      assertThat(device.facts().details()).containsEntry("webdriver", "false");
    }
  }
}
