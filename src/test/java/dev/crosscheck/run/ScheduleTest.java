package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.SecretText;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class ScheduleTest {
  private static final AppiumSpec SIMULATOR = simulator("simulator", Optional.empty());
  private static final AppiumSpec FARM =
      simulator("farm", Optional.of(SecretText.of("https://farm.test/wd/hub")));

  private static final AppiumSpec PHONE =
      new AppiumSpec(
          "phone",
          Samples.AT,
          new AppiumSpec.RealAndroid(Optional.empty()),
          Sdk.ANALYTICS_KOTLIN,
          Optional.empty(),
          Map.of());

  private final Map<String, Integer> slots = new ConcurrentHashMap<>();
  private final List<PlannedCell> cells = new ArrayList<>();
  private final Semaphore asked = new Semaphore(0);

  @Test
  void givesOutTheCellsOfADeviceInTheirOrder() throws Exception {
    plan(Samples.CHROMIUM, 5, 3);
    Schedule schedule = schedule();

    assertThat(List.of(next(schedule), next(schedule), next(schedule)))
        .containsExactly("chromium 0", "chromium 1", "chromium 2");
  }

  @Test
  void beginsWithTheDeviceThatHasMostToDoForEachSlot() throws Exception {
    plan(Samples.CHROMIUM, 5, 6);
    plan(Samples.WEBKIT, 1, 2);
    Schedule schedule = schedule();

    assertThat(next(schedule)).isEqualTo("webkit 0");
    assertThat(next(schedule)).isEqualTo("chromium 0");
  }

  @Test
  void passesOverADeviceThatIsBusy() throws Exception {
    plan(Samples.WEBKIT, 1, 9);
    plan(Samples.CHROMIUM, 5, 2);
    Schedule schedule = schedule();

    assertThat(List.of(next(schedule), next(schedule), next(schedule)))
        .containsExactly("webkit 0", "chromium 0", "chromium 1");
  }

  @Test
  void waitsUntilASlotIsFree() throws Exception {
    plan(Samples.WEBKIT, 1, 2);
    Schedule schedule = schedule();
    PlannedCell first = schedule.next().orElseThrow();
    CompletableFuture<String> second = inBackground(schedule);

    assertThat(second).isNotDone();
    schedule.ended(first);
    assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo("webkit 1");
    assertThat(schedule.next()).isEmpty();
  }

  @Test
  void hearsThatADeviceHasMoreSlots() throws Exception {
    plan(Samples.WEBKIT, 1, 2);
    Schedule schedule = schedule();
    next(schedule);
    CompletableFuture<String> second = inBackground(schedule);

    synchronized (schedule) { // nobody looks between the two
      slots.put("webkit", 2);
      schedule.changed();
    }
    assertThat(second.get(5, TimeUnit.SECONDS)).isEqualTo("webkit 1");
  }

  @Test
  void leadsTheMachineOnlyWhereNothingElseFollowsIt() throws Exception {
    plan(Samples.SAFARI, 1, 4);
    plan(SIMULATOR, 2, 7);
    plan(Samples.MOBILE_SAFARI, 1, 1);
    plan(Samples.CHROMIUM, 1, 1);
    Schedule schedule = schedule();

    PlannedCell safari = schedule.next().orElseThrow();
    assertThat(safari.device()).isEqualTo(Samples.SAFARI);
    assertThat(next(schedule)).isEqualTo("chromium 0");
    schedule.ended(safari);
    PlannedCell simulator = schedule.next().orElseThrow();
    PlannedCell another = schedule.next().orElseThrow();
    assertThat(List.of(simulator.device(), another.device())).containsOnly(SIMULATOR);
    CompletableFuture<String> waiting = inBackground(schedule);
    assertThat(waiting).isNotDone();

    synchronized (schedule) { // nobody looks between the two
      schedule.ended(simulator);
      schedule.ended(another);
    }
    assertThat(waiting.get(5, TimeUnit.SECONDS)).isEqualTo("safari 1");
  }

  @Test
  void simulatorsOfAFarmAndPhonesRunBesideSafari() throws Exception {
    plan(Samples.SAFARI, 1, 1);
    plan(FARM, 1, 1);
    plan(PHONE, 1, 1);
    Schedule schedule = schedule();

    assertThat(List.of(next(schedule), next(schedule), next(schedule)))
        .containsExactlyInAnyOrder("safari 0", "farm 0", "phone 0");
  }

  private void plan(DeviceSpec device, int atOnce, int count) {
    slots.put(device.id(), atOnce);
    for (int i = 0; i < count; i++) {
      cells.add(
          Samples.cell(
              Samples.called(
                  String.valueOf(i), Samples.scenario(List.of(Samples.track("A")), List.of())),
              device));
    }
  }

  private static AppiumSpec simulator(String id, Optional<SecretText> server) {
    return new AppiumSpec(
        id,
        Samples.AT,
        new AppiumSpec.Simulator(
            Optional.of("iPhone 16"), Optional.empty(), Optional.empty(), false),
        Sdk.ANALYTICS_SWIFT,
        server,
        Map.of());
  }

  private Schedule schedule() {
    return new Schedule(
        cells,
        device -> {
          asked.release();
          return slots.getOrDefault(device.id(), 0);
        });
  }

  /** Returns once it has seen that there is no slot, and is about to wait for one. */
  private CompletableFuture<String> inBackground(Schedule schedule) throws InterruptedException {
    asked.drainPermits();
    CompletableFuture<String> next =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return next(schedule);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    assertThat(asked.tryAcquire(5, TimeUnit.SECONDS)).isTrue();
    return next;
  }

  private static String next(Schedule schedule) throws InterruptedException {
    Optional<PlannedCell> cell = schedule.next();
    return cell.map(c -> c.device().id() + " " + c.scenario().id()).orElse("none");
  }
}
