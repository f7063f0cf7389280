package dev.crosscheck.mobile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.support.Samples;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What a session still knows of an app once a permission of it has changed. */
class AppSessionTest {
  private static final InstantSource CLOCK = InstantSource.system();
  private static final Step.OnDevice GRANT = new Step.Permission(Samples.AT, "location", true);
  private static final String UP = "{\"ready\": true}";

  @Test
  void anAppThatAPermissionEndsIsUpAgainBeforeTheNextStep() throws Exception {
    FakeApp silent = new FakeApp(true, "{}");
    try (AppSession session = session(silent)) {
      silent.shows(UP);
      session.ready(in(5_000));

      assertThatThrownBy(() -> session.perform(GRANT, in(50)))
          .isInstanceOf(StepNotTaken.class)
          .hasMessage("'grant location' was not acknowledged in time");
    }
  }

  @Test
  void whatWasQueuedInMemoryIsGoneWithThatProcess() throws Exception {
    FakeApp app = new FakeApp(true, UP);
    try (AppSession session = session(app)) {
      queue(session, app);
      session.perform(GRANT, in(5_000));

      assertThat(session.acknowledged(in(50))).isEmpty();
    }
  }

  @Test
  void anAppThatAPermissionLeavesStillHasIt() throws Exception {
    FakeApp app = new FakeApp(false, "{\"ready\": true, \"taken\": [{\"number\": 0}]}");
    try (AppSession session = session(app)) {
      queue(session, app);
      session.perform(GRANT, in(5_000));

      assertThat(session.acknowledged(in(5_000))).hasSize(1);
    }
  }

  /** A call that the SDK has not taken when it is up. */
  private static void queue(AppSession session, FakeApp app) throws StepNotTaken {
    app.shows("{\"made\": 0}");
    assertThat(session.perform((Step.OnDevice) Samples.track("A"), in(5_000)).queued()).isTrue();
    app.shows("{\"ready\": true, \"made\": 0}");
    session.ready(in(5_000));
  }

  private static AppSession session(App app) {
    Deployment.MobileApp deployed =
        new Deployment.MobileApp(
            Sdk.ANALYTICS_SWIFT,
            new AppCode(List.of(), "Acme", Map.of(), "00"),
            "Acme",
            "k",
            Deployment.MobileApp.Gate.OPEN,
            Optional.empty(),
            List.of(),
            Optional.of(new CompletableFuture<>()),
            request -> {
              throw new AssertionError("nobody asked");
            });
    return new AppSession(app, deployed, CLOCK, version -> {});
  }

  private static Deadline in(long millis) {
    return Deadline.in(Duration.ofMillis(millis), CLOCK);
  }

  /** Does at once what it is told, and shows what the test says. */
  private static final class FakeApp implements App {
    private final boolean ends;
    private final String afterwards;
    private Optional<Listener> listener = Optional.empty();

    /**
     * @param ends whether a permission ends it
     * @param afterwards what it shows then
     */
    FakeApp(boolean ends, String afterwards) {
      this.ends = ends;
      this.afterwards = afterwards;
    }

    void shows(String text) {
      listener.orElseThrow().shows(text);
    }

    @Override
    public void heardBy(Listener who) {
      listener = Optional.of(who);
    }

    @Override
    public boolean endsFor(boolean granted) {
      return ends;
    }

    @Override
    public CompletableFuture<?> permission(String name, boolean granted) {
      shows(afterwards);
      return done();
    }

    private static CompletableFuture<?> done() {
      return CompletableFuture.completedFuture("");
    }

    @Override
    public CompletableFuture<?> link(String uri) {
      return done();
    }

    @Override
    public CompletableFuture<?> follow(String uri) {
      return done();
    }

    @Override
    public CompletableFuture<?> background() {
      return done();
    }

    @Override
    public CompletableFuture<?> foreground() {
      return done();
    }

    @Override
    public CompletableFuture<?> relaunch() {
      return done();
    }

    @Override
    public CompletableFuture<?> rotate(Step.Rotate.Orientation to) {
      return done();
    }

    @Override
    public CompletableFuture<?> appearance(Step.Appearance.Look look) {
      return done();
    }

    @Override
    public CompletableFuture<?> online(boolean online) {
      return done();
    }

    @Override
    public CompletableFuture<Body> screenshot() {
      return CompletableFuture.completedFuture(Body.EMPTY);
    }

    @Override
    public CompletableFuture<String> whereabouts() {
      return CompletableFuture.completedFuture("");
    }

    @Override
    public CompletableFuture<?> leave() {
      return done();
    }

    @Override
    public Optional<String> ended() {
      return Optional.empty();
    }

    @Override
    public void close() {}
  }
}
