package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageLimitsTest {
  static final List<Step> APP_STEPS =
      List.of(
          new Step.Background(Samples.AT),
          new Step.Foreground(Samples.AT),
          new Step.Relaunch(Samples.AT),
          new Step.DeepLink(Samples.AT, "shop://orders/7"),
          new Step.Rotate(Samples.AT, Step.Rotate.Orientation.LANDSCAPE),
          new Step.Appearance(Samples.AT, Step.Appearance.Look.DARK),
          new Step.Permission(Samples.AT, "android.permission.CAMERA", true),
          new Step.Push(Samples.AT, Step.Push.Moment.OPENED, "", Samples.object()),
          new Step.Opt(Samples.AT, false));

  @Test
  void noBrowserDoesWhatIsForApps() {
    for (Step step : APP_STEPS) {
      Scenario scenario = Samples.scenario(List.of(Samples.track("A"), step), List.of());
      for (BrowserSpec browser : List.of(Samples.CHROMIUM, Samples.FIREFOX, Samples.WEBKIT)) {
        assertThat(browser.cannot(scenario))
            .contains("'" + step.describe() + "' is for apps: a page has nothing like it");
      }
    }
  }
}
