package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import org.junit.jupiter.api.Test;

/** Android in a JVM with analytics-android keeps what every device keeps. */
class EmbeddedAndroidIT extends DeviceContract {
  @Override
  protected Lab furnish() {
    return EmbeddedLab.android();
  }

  /** The thread on which the SDK learns of the user waits for settings, too. */
  @Test
  void aCallIsQueuedWhileTheSettingsAreWaitedFor() throws Exception {
    try (Visit visit = Visit.open(lab.recorder(), device, lab.working().held())) {
      visit.perform(Samples.identify("u-1"));
      visit.perform(Samples.track("First"));
      visit.ready();

      assertThat(visit.awaited("POST api.partner.test/track").request().body().text())
          .contains("u-1");
    }
  }
}
