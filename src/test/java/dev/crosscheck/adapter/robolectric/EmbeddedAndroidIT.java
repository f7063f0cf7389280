package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Android in a JVM with analytics-android keeps what every device keeps. */
class EmbeddedAndroidIT extends DeviceContract {
  private final EmbeddedLab android = EmbeddedLab.android();

  @Override
  protected Lab furnish() {
    return android;
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

  /** What earlier apps asked for is loaded ahead, but nothing of an app runs before its time. */
  @Test
  void noClassOfThePluginIsInitialisedBeforeTheAppIsOpened() throws Exception {
    var telling = android.deploy(Given.NOTHING, "test.partner.BornIntegration");
    for (int user = 0; user < 4; user++) {
      Instant before = Instant.now();
      try (Visit visit = Visit.open(lab.recorder(), device, telling).ready()) {
        visit.perform(Samples.track("Born"));

        String born = visit.awaited("POST api.partner.test/born").request().body().text();
        assertThat(Instant.parse(born)).isAfter(before);
      }
    }
  }
}
