package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PhoneLimitsTest {
  private static final Step AWAY = new Step.Background(Samples.AT);
  private static final Step BACK = new Step.Foreground(Samples.AT);

  @Test
  void aCallInTheBackgroundWouldOpenTheApp() {
    assertThat(cannot(Samples.track("A"), AWAY, Samples.track("B"), BACK))
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("'track B' in the background, where"));
  }

  @Test
  void norIsAPushMessageSeenThere() {
    Step message = new Step.Push(Samples.AT, Step.Push.Moment.RECEIVED, "", Samples.object());

    assertThat(cannot(message)).isEmpty();
    assertThat(cannot(AWAY, message, BACK))
        .hasValueSatisfying(why -> assertThat(why).startsWith("'push received' in the background"));
  }

  @Test
  void itIsTheSameWithOneThatOnlyShowsThatNothingMoreComes() {
    assertThat(cannot(Samples.track("A"), AWAY))
        .hasValueSatisfying(why -> assertThat(why).contains("ends in the background"));
  }

  @Test
  void whatOpensTheAppAnywayIsNoMatter() {
    assertThat(cannot(Samples.track("A"), AWAY, BACK, Samples.track("B"))).isEmpty();
    assertThat(cannot(AWAY, new Step.Relaunch(Samples.AT), Samples.track("B"))).isEmpty();
  }

  private static Optional<String> cannot(Step... steps) {
    Scenario scenario = Samples.scenario(List.of(steps), List.of());
    return new AppiumSpec(
            "pixel",
            Samples.AT,
            new AppiumSpec.Emulator(Optional.of("Pixel_8")),
            Sdk.ANALYTICS_ANDROID,
            Optional.empty(),
            Map.of())
        .cannot(scenario);
  }
}
