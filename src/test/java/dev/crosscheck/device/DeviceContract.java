package dev.crosscheck.device;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** What every type of device keeps. */
public abstract class DeviceContract extends InLab<Lab> {
  @Test
  void saysWhatItIs() {
    assertThat(device.facts().id()).isNotBlank();
    assertThat(device.facts().name()).contains(device.facts().version());
    assertThat(device.isAlive()).isTrue();
  }

  @Test
  void acknowledgesCallsInOrderWithTheirIds() throws Exception {
    try (Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      Acknowledgement first = visit.perform(Samples.identify("u-1"));
      Acknowledgement second = visit.perform(Samples.track("Signed Up"));

      assertThat(List.of(first.number(), second.number())).containsExactly(0, 1);
      assertThat(first.messageId()).isPresent().isNotEqualTo(second.messageId());
      assertThat(second.userId()).contains("u-1");
      assertThat(second.anonymousId()).isPresent().isEqualTo(first.anonymousId());
      assertThat(second.queued()).isFalse();
      assertThat(visit.session().acknowledged(Visit.soon())).isEmpty();
      assertThat(visit.awaited("POST api.partner.test/track").request().body().text())
          .contains("\"Signed Up\"");
    }
  }

  @Test
  void givesEverySessionANewUser() throws Exception {
    List<Acknowledgement> users = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      try (Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
        users.add(visit.perform(Samples.track("Seen")));
      }
    }

    assertThat(users.get(0).anonymousId()).isPresent().isNotEqualTo(users.get(1).anonymousId());
    assertThat(users.get(1).userId()).isEmpty();
  }

  @Test
  void keepsSessionsApartThatRunAtOnce() throws Exception {
    int count = device.facts().slots();
    ExecutorService threads = Executors.newFixedThreadPool(count);
    try {
      List<Future<List<String>>> bodies = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        String user = "u-" + i;
        bodies.add(threads.submit(() -> whatIsSentFor(user)));
      }
      for (int i = 0; i < count; i++) {
        List<String> sent = bodies.get(i).get(60, TimeUnit.SECONDS);
        String user = "\"u-" + i + "\"";
        assertThat(sent).hasSize(2).allSatisfy(body -> assertThat(body).contains(user));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private List<String> whatIsSentFor(String user) throws Exception {
    try (Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      visit.perform(Samples.identify(user));
      visit.perform(Samples.track("One"));
      visit.perform(Samples.track("Two"));
      visit.awaited("POST api.partner.test/track", 2);
      visit.session().leave(Visit.soon());
      return visit.sent("POST api.partner.test/track").stream()
          .map(exchange -> exchange.request().body().text())
          .toList();
    }
  }

  @Test
  void doesNotTakeAStepThatTheSdkNeverAcknowledges() throws Exception {
    try (Visit visit = Visit.open(lab.recorder(), device, lab.hanging()).ready()) {
      Session session = visit.session();

      assertThatThrownBy(() -> session.perform(step("Stuck"), Visit.in(Duration.ofMillis(800))))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("'track Stuck'");
    }
  }

  @Test
  void closingASessionEndsAStepThatWaits() throws Exception {
    try (Visit visit = Visit.open(lab.recorder(), device, lab.hanging()).ready()) {
      Session session = visit.session();
      CompletableFuture<Object> stuck =
          CompletableFuture.supplyAsync(
              () -> {
                try {
                  return session.perform(step("Stuck"), Visit.in(Duration.ofMinutes(5)));
                } catch (StepNotTaken | RuntimeException e) {
                  return e;
                }
              });
      visit.awaited("POST api.partner.test/stuck");
      session.close();
      session.close();

      assertThat(stuck.get(5, TimeUnit.SECONDS)).isInstanceOf(CancellationException.class);
      assertThat(device.isAlive()).isTrue();
    }
  }

  @Test
  void isLostToItsSessionsOnceItIsClosed() throws Exception {
    Device other = lab.start();
    try (Visit visit = Visit.open(lab.recorder(), other, lab.working()).ready()) {
      other.close();
      other.close();

      assertThat(other.isAlive()).isFalse();
      assertThatThrownBy(() -> visit.perform(Samples.track("Late"))).isInstanceOf(DeviceLost.class);
    }
    assertThatThrownBy(() -> Visit.open(lab.recorder(), other, lab.working()))
        .isInstanceOf(DeviceLost.class);
  }

  private static dev.crosscheck.scenario.Step.OnDevice step(String event) {
    return (dev.crosscheck.scenario.Step.OnDevice) Samples.track(event);
  }
}
