package dev.crosscheck.adapter.appium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.appium.pretended.apple.Simulator;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** Simulators of a pretended Mac: several at once, the app's life on them, and what they leave. */
@Timeout(300)
class SimulatorsIT {
  private static final String TRACK = "POST api.partner.test/track";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private static SimulatorLab lab;

  @BeforeAll
  static void start() {
    lab = new SimulatorLab();
  }

  @AfterAll
  static void end() {
    lab.close();
  }

  @AfterEach
  void nothingRunsAndNothingWasUnknown() {
    assertThat(lab.mac().running()).isEmpty();
    lab.assertNothingUnknown();
  }

  /** Both apps send to the same hosts at the same time; only the port tells them apart. */
  @Test
  void twoAtOnceKeepTheirTrafficApart() throws Exception {
    Simulator one = lab.mac().simulator("iPhone 16", "18.2");
    Simulator two = lab.mac().simulator("iPhone 16 Plus", "18.2");
    try (Device first = lab.start(SimulatorLab.spec("one", one.udid()), PATIENCE);
        Device second = lab.start(SimulatorLab.spec("two", two.udid()), PATIENCE);
        Visit ours = Visit.open(lab.recorder(), first, lab.working());
        Visit theirs = Visit.open(lab.recorder(), second, lab.working())) {
      assertThat(ours.recording().address()).isNotEqualTo(theirs.recording().address());
      List<CompletableFuture<Void>> both =
          List.of(
              CompletableFuture.runAsync(() -> tracks(ours, "One")),
              CompletableFuture.runAsync(() -> tracks(theirs, "Two")));
      for (CompletableFuture<Void> done : both) {
        done.get(90, TimeUnit.SECONDS);
      }

      assertThat(bodies(ours)).hasSize(5).allMatch(body -> body.contains("One "));
      assertThat(bodies(theirs)).hasSize(5).allMatch(body -> body.contains("Two "));
    }
  }

  private static void tracks(Visit visit, String name) {
    try {
      visit.ready();
      for (int i = 0; i < 5; i++) {
        visit.perform(Samples.track(name + " " + i));
      }
      visit.awaited(TRACK, 5);
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private static List<String> bodies(Visit visit) {
    return visit.sent(TRACK).stream().map(SimulatorsIT::body).toList();
  }

  private static String body(Exchange exchange) {
    return exchange.request().body().text();
  }

  @Test
  void theAppGoesComesBackAndIsStartedAnew() throws Exception {
    try (Device device = lab.start();
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      var before = visit.perform(Samples.track("First"));
      visit.perform(Samples.track("Held First"));
      visit.awaited("POST api.segment.io/v1/b", 2);
      visit.awaited(TRACK);
      assertThat(bodies(visit)).noneMatch(body -> body.contains("Held"));

      visit.perform(new Step.Background(Samples.AT));
      visit.awaited(TRACK, 2);
      visit.perform(new Step.Foreground(Samples.AT));
      visit.perform(new Step.Rotate(Samples.AT, Step.Rotate.Orientation.LANDSCAPE));
      visit.perform(new Step.Appearance(Samples.AT, Step.Appearance.Look.DARK));
      visit.perform(new Step.DeepLink(Samples.AT, "shop://orders/7"));
      visit.awaited(TRACK, 3);
      visit.perform(new Step.Relaunch(Samples.AT));
      var after = visit.perform(Samples.track("Last"));
      visit.awaited(TRACK, 4);

      assertThat(bodies(visit).get(1)).contains("Held First");
      assertThat(bodies(visit).get(2)).contains("Deep Link Opened", "shop://orders/7");
      assertThat(bodies(visit).get(3)).contains("Last");
      assertThat(after.anonymousId()).isPresent().isEqualTo(before.anonymousId());
      Observation.Screenshot seen = visit.observe(new Probe.Screenshot());
      assertThat(seen.png().bytes()).startsWith((byte) 0x89, (byte) 'P', (byte) 'N', (byte) 'G');
      assertThat(appearances()).contains("dark");
    }
    assertThat(appearances()).as("left as it was").doesNotContain("dark");
  }

  private static List<String> appearances() {
    return lab.mac().simulators().stream().map(Simulator::appearance).toList();
  }

  @Test
  void whatIsHeldBackComesAsTheAppIsLeft() throws Exception {
    try (Device device = lab.start();
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      visit.perform(Samples.track("Held Back"));
      visit.awaited("POST api.segment.io/v1/b");
      assertThat(visit.sent(TRACK)).isEmpty();

      visit.session().leave(Visit.soon());

      assertThat(body(visit.awaited(TRACK))).contains("Held Back");
    }
  }

  @Test
  void theAppsOwnLogIsKeptAndNoOther() throws Exception {
    try (Device device = lab.start();
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      visit.perform(Samples.track("Logged"));
      visit.perform(Samples.track("Later"));
      visit.awaited(TRACK, 2);
      visit.session().leave(Visit.soon());

      assertThat(visit.linesUntil("takes track Later"))
          .extracting(line -> line.level() + " " + line.source() + " " + line.text())
          .contains("info dev.crosscheck:app takes track Logged")
          .noneMatch(line -> line.contains("not the app's"));
    }
  }

  @Test
  void permissionsAreGivenAndTakenAway() throws Exception {
    Simulator simulator = lab.mac().simulator("iPhone 16", "18.2");
    try (Device device = lab.start(SimulatorLab.spec("one", simulator.udid()), PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      visit.perform(new Step.Permission(Samples.AT, "location", true));
      visit.perform(new Step.Permission(Samples.AT, "location", false));
      visit.perform(new Step.Permission(Samples.AT, "camera", true));
      visit.perform(new Step.Permission(Samples.AT, "camera", false));

      assertThat(simulator.permissions())
          .containsExactly(
              "grant location dev.crosscheck.app",
              "revoke location dev.crosscheck.app",
              "camera=yes dev.crosscheck.app",
              "camera=NO dev.crosscheck.app");
    }
  }

  /** Of the two tools that change them one ends the app's process, the other leaves it. */
  @ParameterizedTest
  @ValueSource(strings = {"location", "camera"})
  void anotherPermissionIsAnotherProcess(String permission) throws Exception {
    Simulator simulator = lab.mac().simulator("iPhone 16", "18.2");
    try (Device device = lab.start(SimulatorLab.spec("one", simulator.udid()), PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      var before = visit.perform(Samples.track("First"));
      visit.awaited(TRACK);
      List<List<String>> launches = simulator.launches();
      visit.perform(new Step.Permission(Samples.AT, permission, true));
      var after = visit.perform(Samples.track("Last"));
      visit.awaited(TRACK, 2);

      List<String> usual = launches.get(launches.size() - 1);
      assertThat(usual).contains("-crosscheckProxyPort");
      assertThat(simulator.launches()).hasSize(launches.size() + 1).last().isEqualTo(usual);
      assertThat(after.anonymousId()).isPresent().isEqualTo(before.anonymousId());
    }
  }

  @Test
  void aPushMessageComesByTheSystem() throws Exception {
    Simulator simulator = lab.mac().simulator("iPhone 16", "18.2");
    try (Device device = lab.start(SimulatorLab.spec("one", simulator.udid()), PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      visit.perform(Samples.track("First"));
      Acknowledgement came = visit.perform(received("Sale"));
      visit.awaited(TRACK, 2);
      visit.perform(new Step.Background(Samples.AT));
      visit.perform(opened("Sale"));
      visit.awaited(TRACK, 3);

      assertThat(came.number()).isEqualTo(1);
      assertThat(came.messageId()).isPresent();
      assertThat(bodies(visit).get(1))
          .contains("Push Notification Received")
          .contains("{\"title\":\"Sale\",\"campaign\":{\"name\":\"Spring\"}}");
      assertThat(bodies(visit).get(2)).contains("Push Notification Tapped");
      assertThat(simulator.messages()).as("the other by a link").hasSize(1);
      assertThat(simulator.messages().get(0).at("/aps/alert/title").asString()).isEqualTo("Sale");
      assertThat(simulator.messages().get(0).at("/campaign/name").asString()).isEqualTo("Spring");
    }
  }

  private static Step received(String title) {
    return pushed(Step.Push.Moment.RECEIVED, title);
  }

  private static Step opened(String title) {
    return pushed(Step.Push.Moment.OPENED, title);
  }

  private static Step pushed(Step.Push.Moment moment, String title) {
    ObjectNode payload = Samples.object().put("title", title);
    payload.putObject("campaign").put("name", "Spring");
    return new Step.Push(Samples.AT, moment, "", payload);
  }

  @Test
  void oneIsMadeForTheRunAndDeletedAfterIt() throws Exception {
    AppiumSpec fresh =
        SimulatorLab.spec(
            "fresh",
            new AppiumSpec.Simulator(
                Optional.of("iPhone 16"), Optional.of("18.2"), Optional.empty(), true));
    int before = lab.mac().made();
    try (Device device = lab.start(fresh, PATIENCE);
        Visit visit = Visit.open(lab.recorder(), device, lab.working()).ready()) {
      visit.perform(Samples.track("Fresh"));
      visit.awaited(TRACK);
      assertThat(device.facts().name()).isEqualTo("iOS 18.2, iPhone 16");
      assertThat(device.facts().details()).containsEntry("WebDriverAgent", "16.12.7");
      assertThat(lab.mac().made()).isEqualTo(before + 1);
    }
    assertThat(lab.mac().made()).isEqualTo(before);
  }

  @Test
  void oneThatRanBeforeIsLeftRunning() {
    Simulator simulator = lab.mac().simulator("iPhone 16", "18.2");
    simulator.start();
    try (Device device = lab.start(SimulatorLab.spec("one", simulator.udid()), PATIENCE)) {
      assertThat(device.isAlive()).isTrue();
    }
    assertThat(simulator.isBooted()).isTrue();
    simulator.shutdown();
  }
}
