package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Availability;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

class EmbeddedProviderTest {
  @Test
  void aJdkThatIsTooOldForAnApiLevelIsSaid() {
    assertThat(check(36, 17))
        .isEqualTo(
            new Availability.Unavailable(
                "Android API 36 needs JDK 21, and this is 17",
                "run with JDK 21 or newer, or write api: 34"));
    assertThat(check(36, 20)).isInstanceOf(Availability.Unavailable.class);
  }

  @Test
  void theOtherLevelsRunOnAnyJdkThatRunsThis() {
    assertThat(check(34, 17)).isInstanceOf(Availability.Available.class);
    assertThat(check(35, 17)).isInstanceOf(Availability.Available.class);
    assertThat(check(36, 21)).isInstanceOf(Availability.Available.class);
  }

  private static Availability check(int api, int jdk) {
    AndroidKit kit = new AndroidKit(TestSupply.create(), () -> Path.of("harness/android"));
    try (EmbeddedProvider provider = new EmbeddedProvider(kit, InstantSource.system(), jdk)) {
      return provider.check(new EmbeddedSpec("android", Samples.AT, api, Sdk.ANALYTICS_ANDROID));
    }
  }
}
