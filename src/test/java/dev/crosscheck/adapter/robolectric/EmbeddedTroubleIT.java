package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What plugins for Android can do wrong, and how an embedded device tells of it. */
class EmbeddedTroubleIT {
  private static final Duration A_WHILE = Duration.ofSeconds(2);

  private static EmbeddedLab lab;
  private static Device device;

  @BeforeAll
  static void start() {
    lab = EmbeddedLab.android();
    device = lab.start();
  }

  @AfterAll
  static void end() {
    device.close();
    lab.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          test.partner.Nowhere               | there is no class 'test.partner.Nowhere' in the app
          test.partner.Factories$Nothing     | the plugin's factory made nothing: create() returned null
          test.partner.Factories$Throwing    | the app crashed: java.lang.IllegalStateException: no settings for me
          test.partner.Factories$Unmakeable  | has neither a public static field FACTORY nor a public constructor
          test.partner.Factories$Other       | is no com.segment.analytics.integrations.Integration.Factory
          test.partner.Factories$Unloadable  | threw when it was made: java.lang.NoClassDefFoundError: com/acme/Missing
          """)
  void saysWhyThereIsNoPlugin(String factory, String why) {
    try (Visit visit = open(lab.deploy(Given.NOTHING, factory))) {
      assertThatThrownBy(() -> visit.session().ready(Visit.soon()))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageStartingWith("'load the plugin' was not taken: ")
          .hasMessageContaining(why);
    }
  }

  @Test
  void aPluginWithoutItsKeyMayMakeNothing() throws Exception {
    Given keyless =
        new Given(
            true, Optional.of(Samples.object().put("token", "")), Optional.empty(), List.of());
    try (Visit visit = open(lab.deploy(keyless, "test.partner.Factories$Nothing")).ready()) {
      visit.perform(Samples.track("What the factory made is known by now"));

      visit.session().ready(Visit.soon());
    }
  }

  @Test
  void tellsOfACrashAndTheNextUserHasANewApp() throws Exception {
    try (Visit visit = open(lab.working()).ready()) {
      assertThatThrownBy(() -> visit.perform(Samples.track("Crash")))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("the app crashed: java.lang.IllegalStateException")
          .hasMessageContaining("the partner's SDK fell over");
      Observation.Console log = visit.observe(new Probe.Console());
      assertThat(log.lines())
          .anyMatch(line -> line.thrown() && line.text().contains("the partner's SDK fell over"));
    }
    try (Visit visit = open(lab.working()).ready()) {
      assertThat(visit.perform(Samples.track("Fine")).messageId()).isPresent();
    }
  }

  @Test
  void tellsOfACrashOnAWorkerThread() throws Exception {
    try (Visit visit = open(lab.working()).ready()) {
      assertThatThrownBy(
              () -> {
                visit.perform(Samples.track("Crash Behind"));
                // some are taken before that thread is as far
                for (Deadline by = Visit.soon(); !by.passed(); ) {
                  visit.perform(Samples.track("After"));
                }
              })
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("the partner's worker fell over");
    }
  }

  @Test
  void namesWhatTheMainThreadIsBusyWith() throws Exception {
    try (Visit visit = open(lab.working()).ready()) {
      Session session = visit.session();

      assertThatThrownBy(() -> session.perform(step("Stuck"), Visit.in(A_WHILE)))
          .isInstanceOf(StepNotTaken.class)
          .hasMessageContaining("the app's main thread is busy in test.partner.Partner.");
    }
  }

  @Test
  void aThreadThatIsLeftBehindNeverReachesTheNextPort() throws Exception {
    try (Visit first = open(lab.working()).ready()) {
      first.perform(Samples.track("Stay Behind"));
      first.awaited("POST api.partner.test/stray", 3);
    }
    try (Visit second = open(lab.working()).ready()) {
      second.perform(Samples.track("One"));
      second.awaited("POST api.partner.test/track");
      second.session().leave(Visit.soon());
      // the stray sends every 20 ms
      second.recording().await(capture -> false, Visit.in(Duration.ofSeconds(1)));

      assertThat(second.names()).doesNotContain("POST api.partner.test/stray");
    }
  }

  @Test
  void aChildThatIsKilledIsLostToItsSessionAndStartedAgain() throws Exception {
    try (Visit visit = open(lab.working()).ready()) {
      children().forEach(ProcessHandle::destroyForcibly);

      assertThatThrownBy(() -> visit.perform(Samples.track("Late"))).isInstanceOf(DeviceLost.class);
      assertThat(visit.session().isAlive()).isFalse();
    }
    try (Visit visit = open(lab.working()).ready()) {
      assertThat(visit.perform(Samples.track("Again")).messageId()).isPresent();
    }
  }

  @Test
  void showsTheAppOnAScreenshotAndItsLog() throws Exception {
    try (Visit visit = open(lab.working()).ready()) {
      Observation.Screenshot shot = visit.observe(new Probe.Screenshot());

      byte[] png = shot.png().bytes();
      assertThat(new String(png, 1, 3, java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("PNG");
      var image = javax.imageio.ImageIO.read(new java.io.ByteArrayInputStream(png));
      assertThat(image.getWidth()).isGreaterThan(800);
      assertThat(colours(image)).isGreaterThan(2);
    }
  }

  private static long colours(java.awt.image.BufferedImage image) {
    return java.util.stream.IntStream.range(0, image.getHeight())
        .flatMap(
            y -> java.util.stream.IntStream.range(0, image.getWidth()).map(x -> image.getRGB(x, y)))
        .distinct()
        .count();
  }

  /** The JVMs that were started from here. */
  private static List<ProcessHandle> children() {
    return ProcessHandle.current()
        .children()
        .filter(child -> child.info().command().filter(c -> c.endsWith("java")).isPresent())
        .toList();
  }

  private static Visit open(Deployment app) {
    return Visit.open(lab.recorder(), device, app);
  }

  private static Step.OnDevice step(String event) {
    return (Step.OnDevice) Samples.track(event);
  }
}
