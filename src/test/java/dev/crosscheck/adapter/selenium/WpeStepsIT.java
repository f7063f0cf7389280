package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Scripts;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Every step in WPE WebKit but those that need its page to be hidden. */
class WpeStepsIT extends WebKitStepsContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.wpe();
  }

  /** So scenarios that flush are not planned for it. */
  @Test
  @Override
  void flushHidesThePageAndShowsItAgain() throws Exception {
    Step.Flush flush = new Step.Flush(Samples.AT);
    try (Visit visit = visit(Scripts.PARTNER)) {
      assertThatThrownBy(() -> visit.session().perform(flush, Visit.in(Duration.ofMillis(800))))
          .isInstanceOf(StepNotTaken.class);
    }
  }
}
