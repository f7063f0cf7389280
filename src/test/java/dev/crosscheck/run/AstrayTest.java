package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AstrayTest {
  private static final String PROBE = "https://shop.crosscheck.test/probe";
  private static final DeviceSpec IPHONE =
      new AppiumSpec(
          "iphone-16",
          Samples.AT,
          new AppiumSpec.RealIos(Optional.empty()),
          Sdk.ANALYTICS_SWIFT,
          Optional.empty(),
          Map.of());

  @Test
  void aSimulatorsAppThatSendsNothingHereIsAstray() {
    assertThat(of(IPHONE, Optional.of("id"), new Traffic()).map(Trouble::message))
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("the SDK took the steps, and nothing at all came"));
    assertThat(of(IPHONE, Optional.of("id"), new Traffic().get(PROBE))).isPresent();
  }

  @Test
  void oneThatAsksForItsSettingsIsNot() {
    Traffic settings = new Traffic().get("https://cdn-settings.segment.com/v1/projects/k/settings");

    assertThat(of(IPHONE, Optional.of("id"), settings)).isEmpty();
  }

  @Test
  void whatTheSdkDidNotTakeShowsNothing() {
    assertThat(of(IPHONE, Optional.empty(), new Traffic())).isEmpty();
  }

  @Test
  void aDeviceThatIsLedByUsMayBeSilent() {
    assertThat(of(Samples.CHROMIUM, Optional.of("id"), new Traffic())).isEmpty();
  }

  private static Optional<Trouble> of(DeviceSpec device, Optional<String> id, Traffic traffic) {
    StepRecord taken =
        new StepRecord(
            0,
            "track A",
            StepRecord.Kind.SCENARIO,
            Instant.EPOCH,
            Optional.of(Instant.EPOCH),
            id,
            Optional.empty());
    Capture capture = traffic.capture();
    return Astray.of(device, List.of(taken), capture);
  }
}
