package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.DeviceContract;
import dev.crosscheck.device.Lab;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Android in a JVM with analytics-kotlin keeps what every device keeps. */
class EmbeddedKotlinIT extends DeviceContract {
  private final EmbeddedLab kotlin = EmbeddedLab.kotlin();

  @Override
  protected Lab furnish() {
    return kotlin;
  }

  /** The SDK may hold it back, but only once the app has made it: what it does is then known. */
  @Test
  void aCallIsNotTakenForQueuedWhileTheAppStillStarts() throws Exception {
    var slow = kotlin.deploy(Given.NOTHING, "test.partner.SlowPlugin").held();
    try (Visit visit = Visit.open(lab.recorder(), device, slow)) {
      long opened = System.nanoTime();
      Acknowledgement identified = visit.perform(Samples.identify("u-1"));
      Duration took = Duration.ofNanos(System.nanoTime() - opened);
      visit.perform(Samples.track("First"));
      visit.perform(Samples.track("Second"));
      visit.ready();

      assertThat(identified.queued()).isTrue();
      assertThat(took).isGreaterThan(Duration.ofSeconds(1));
      assertThat(visit.awaited("POST api.partner.test/seen", 2))
          .extracting(seen -> seen.request().body().text())
          .containsExactlyInAnyOrder("First of u-1", "Second of u-1");
    }
  }

  /**
   * The SDK may lose an event that comes in just the moment in which it begins to let them pass.
   */
  @Test
  void isReadyOnceTheSdkLetsEventsPass() throws Exception {
    var late = kotlin.deploy(Given.NOTHING, "test.partner.LatePlugin");
    CompletableFuture<Void> until = new CompletableFuture<>();
    Answers held =
        request -> {
          Answer usual = late.answers().to(request);
          return request.path().equals("/late") ? new Answer.Held(until, usual) : usual;
        };
    try (Visit visit = Visit.open(lab.recorder(), device, late, held)) {
      visit.awaited("POST api.partner.test/late");
      assertThatThrownBy(() -> visit.session().ready(Visit.in(Duration.ofSeconds(1))))
          .isInstanceOf(StepNotTaken.class);
      until.complete(null);

      visit.ready();
    }
  }

  /** It hears of the SDK's states on several threads, and an old one may come last. */
  @Test
  void aQueueThatAnOldStateHasShutIsOpenedAgain() throws Exception {
    var shutting = kotlin.deploy(Given.NOTHING, "test.partner.QueuePlugin");
    try (Visit visit = Visit.open(lab.recorder(), device, shutting).ready()) {
      visit.perform(Samples.track("Shut"));

      assertThat(visit.perform(Samples.track("After")).messageId()).isPresent();
    }
  }

  /** One that came in just when the queue opened lies in it, and no later one pushes it out. */
  @Test
  void anEventThatLiesInTheOpenQueueComesOut() throws Exception {
    var keeping = kotlin.deploy(Given.NOTHING, "test.partner.QueuePlugin");
    try (Visit visit = Visit.open(lab.recorder(), device, keeping).ready()) {
      visit.perform(Samples.track("Kept"));

      assertThat(visit.awaited("POST api.partner.test/kept", 1)).hasSize(1);
    }
  }

  /** The SDK asks for its settings while plugins are being added, and may leave one out. */
  @Test
  void aPluginHasTheSettingsHoweverFastTheyCome() throws Exception {
    var added = kotlin.deploy(Given.NOTHING, "test.partner.AddedPlugin");
    try (Visit visit = Visit.open(lab.recorder(), device, added).ready()) {
      visit.perform(Samples.track("Seen"));

      assertThat(visit.awaited("POST api.partner.test/seen", 1))
          .extracting(seen -> seen.request().body().text())
          .containsExactly("with settings");
    }
  }

  /** What the SDK goes by where it gets none holds no plugin's. */
  @Test
  void isNotReadyWithSettingsOfTheSdksOwn() throws Exception {
    var without = kotlin.deploy(Given.NOTHING, "test.partner.PartnerPlugin");
    Answers failing =
        request ->
            request.path().endsWith("/settings")
                ? Answer.of(500, "text/plain", Body.of(""))
                : without.answers().to(request);
    try (Visit visit = Visit.open(lab.recorder(), device, without, failing)) {
      assertThatThrownBy(() -> visit.session().ready(Visit.in(Duration.ofSeconds(5))))
          .isInstanceOf(StepNotTaken.class);
    }
  }
}
