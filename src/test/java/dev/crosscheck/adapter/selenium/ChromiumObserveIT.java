package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Observation;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What can be read from Chromium. */
class ChromiumObserveIT extends BrowserObserveContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }

  @Test
  void looksToThePageLikeACustomersBrowser() throws Exception {
    String telling =
        Scripts.partnerAnd(
            """
            console.log('agent', navigator.userAgent);
            console.log('webdriver', navigator.webdriver);
            console.log('brands', navigator.userAgentData.brands.map(b => b.brand).join());
            console.log('state', document.visibilityState, document.hasFocus());
            """);
    try (Visit visit = visit(telling)) {
      List<String> lines = visit.linesUntil("state").stream().map(Observation.Line::text).toList();

      assertThat(lines)
          .anyMatch(line -> line.matches("agent Mozilla/5.0 .* Chrome/\\d+\\.0\\.0\\.0 .*"));
      assertThat(lines).contains("webdriver false", "state visible true");
      assertThat(lines).anyMatch(line -> line.startsWith("brands") && line.contains("Chromium"));
      assertThat(visit.awaited("GET shop.crosscheck.test/").request().header("user-agent"))
          .hasValueSatisfying(agent -> assertThat(agent).doesNotContain("Headless"));
      assertThat(device.facts().details().get("userAgent")).doesNotContain("Headless");
    }
  }
}
