package dev.crosscheck.run;

import static dev.crosscheck.support.Samples.event;
import static dev.crosscheck.support.Samples.never;
import static dev.crosscheck.support.Samples.onlyEvent;
import static dev.crosscheck.support.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Network;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.scenario.Consent;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.PartnerBehaviour;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.supply.Program;
import dev.crosscheck.support.FakeDevices.Script;
import dev.crosscheck.support.FakeDevices.Wire;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RunnerTest {
  private static final String TRACK = "https://api.partner.test/track";
  private static final Given DISABLED =
      new Given(false, Optional.empty(), Optional.empty(), List.of());

  @Test
  void passesACellWhoseMessageCame() {
    CellResult result =
        run(new Sound(), scenario(event("A", new Times(1, java.util.OptionalInt.empty()))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(proof(result).kind()).isEqualTo(Proof.Kind.SEEN);
    assertThat(sentinels(result)).isEmpty();
  }

  @Test
  void fetchesTogetherWhatDevicesWithCellsLack() {
    List<Set<Program>> gathered = new ArrayList<>();
    Scenario scenario = scenario(event("A", Times.exactly(1)));

    FakeRun.matrix(
        new Sound(), new Settler(), FakeRun::keep, List.of(scenario), List.of(), gathered::add);
    FakeRun.matrix(new Sound(), new Settler(), FakeRun::keep, List.of(), List.of(), gathered::add);

    assertThat(gathered).containsExactly(Set.of(Program.XVFB), Set.of());
  }

  @Test
  void sealsACellThatClaimsNoMore() {
    CellResult result = run(new Sound(), scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(proof(result).kind()).isEqualTo(Proof.Kind.SEALED);
    assertThat(sentinels(result)).hasSize(1);
  }

  @Test
  void sendsASentinelOnEachLaneOfNothingElse() {
    CellResult result =
        run(
            new Sound(),
            scenario(event("A", Times.exactly(1)), new Expectation.NothingElse(Samples.AT)));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(sentinels(result)).hasSize(2);
  }

  @Test
  void knowsASentinelByItsNameWhereThePropertiesStayBehind() {
    Script choosy =
        (step, wire) -> {
          if (step instanceof Step.Track call) {
            wire.post(TRACK, "{\"event\":\"" + call.event() + "\"}");
          }
        };

    CellResult result = run(choosy, scenario(onlyEvent("A")));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void failsADroppedEvent() {
    CellResult result = run((step, wire) -> {}, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void failsASecondCopyThatComesWhileItSettles() {
    Script twice =
        (step, wire) -> {
          new Sound().on(step, wire);
          if (isTrack(step, "A")) {
            wire.inQuiet(Samples.SETTLE, () -> wire.post(TRACK, body("A", 2)));
          }
        };

    assertThat(run(twice, scenario(event("A", Times.exactly(1)))).verdict())
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void waitsForThePartnersQuietBeforeTheDeviceIsLeftAndAfter() {
    List<String> seen = new ArrayList<>();
    Script quiet =
        new Script() {
          @Override
          public void on(Step.OnDevice step, Wire wire) {
            new Sound().on(step, wire);
            if (isTrack(step, "A")) {
              wire.inQuiet(Samples.SETTLE, () -> seen.add("quiet"));
            }
          }

          @Override
          public void onLeave(Wire wire) {
            seen.add("left");
            wire.inQuiet(Samples.SETTLE, () -> seen.add("quiet"));
          }
        };

    run(quiet, scenario(event("A", Times.exactly(1))));

    assertThat(seen).containsExactly("quiet", "left", "quiet");
  }

  @Test
  void failsACopyThatComesOnlyByLeaving() {
    Script leaving =
        new Script() {
          @Override
          public void on(Step.OnDevice step, Wire wire) {
            new Sound().on(step, wire);
          }

          @Override
          public void onLeave(Wire wire) {
            wire.post(TRACK, body("A", 2));
          }
        };

    assertThat(run(leaving, scenario(event("A", Times.exactly(1)))).verdict())
        .isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void failsAMessageThatIsHeldUntilThePageIsLeft() {
    Script holding =
        new Script() {
          @Override
          public void on(Step.OnDevice step, Wire wire) {}

          @Override
          public void onLeave(Wire wire) {
            wire.post(TRACK, body("A", 1));
          }
        };

    CellResult result = run(holding, scenario(event("A", Times.AT_LEAST_ONCE)));

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.verdict().toString()).contains("left");
  }

  @Test
  void awaitsWhatMayBeKeptUntilThePageIsLeft() {
    CellResult seen = keeping(Times.AT_LEAST_ONCE);
    CellResult sealed = keeping(Times.exactly(1));

    assertThat(proof(seen).kind()).isEqualTo(Proof.Kind.SEEN);
    assertThat(proof(sealed).kind()).isEqualTo(Proof.Kind.SEALED);
  }

  private static CellResult keeping(Times times) {
    return FakeRun.of(
        Samples.keepingPlugin(), new Keeping(), new Settler(), scenario(event("A", times)));
  }

  @Test
  void awaitsTheSentinelOfWhatIsKeptForAsLongAsAnyOther() {
    Script deafToSentinels =
        new Script() {
          private final Keeping kept = new Keeping();

          @Override
          public void on(Step.OnDevice step, Wire wire) {
            if (isTrack(step, "A")) {
              kept.on(step, wire);
            }
          }

          @Override
          public void onLeave(Wire wire) {
            kept.onLeave(wire);
          }
        };

    CellResult result =
        FakeRun.of(
            Samples.keepingPlugin(),
            deafToSentinels,
            new Settler(),
            scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.verdict().reason()).contains("no sentinel arrived on lane 'event'");
  }

  @Test
  void waitsForThePartnerToBeAskedAndNoLonger() {
    Script late =
        (step, wire) -> {
          if (isTrack(step, "Before")) {
            wire.post(TRACK, body("Before", 0));
          } else if (isTrack(step, "A")) {
            wire.post(TRACK, body("A", 1));
            wire.postAfter(Samples.SETTLE, TRACK, body("A", 2));
          }
        };
    Step failing = Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Status(503));
    Step twice = new Step.PartnerAsked(Samples.AT, 2, Duration.ofMinutes(1));
    Step again = new Step.PartnerAsked(Samples.AT, 3, Duration.ofMillis(10));
    Step usual = Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Usual());
    Scenario scenario =
        Samples.scenario(
            List.of(track("Before"), failing, track("A"), twice, again, usual),
            List.of(event("A", Times.AT_LEAST_ONCE)));

    Evidence evidence = run(late, scenario).stored().orElseThrow().evidence();

    StepRecord after = evidence.steps().get(4);
    assertThat(after.what()).isEqualTo(again.describe());
    assertThat(evidence.capture().exchanges())
        .filteredOn(exchange -> exchange.request().body().text().equals(body("A", 2)))
        .hasSize(1)
        .allSatisfy(second -> assertThat(second.at()).isBefore(after.started()));
  }

  /** A plugin may hold a call back before it asks, and ask again then. */
  @Test
  void givesAPartnerThatHasBeenAskedAsLongAgain() {
    // of which 800 ms are left each time, as a busy machine may be late
    Duration within = Duration.ofSeconds(2);
    Script late =
        (step, wire) -> {
          if (isTrack(step, "A")) {
            wire.postAfter(Duration.ofMillis(1_200), TRACK, body("A", 1));
            wire.postAfter(Duration.ofMillis(2_400), TRACK, body("A", 2));
          }
        };
    Scenario scenario =
        Samples.scenario(
            List.of(
                track("A"),
                new Step.PartnerAsked(Samples.AT, 2, within),
                new Step.Flush(Samples.AT)),
            List.of(event("A", Times.AT_LEAST_ONCE)));

    Evidence evidence = run(late, scenario).stored().orElseThrow().evidence();

    StepRecord flush = evidence.steps().get(2);
    assertThat(evidence.capture().exchanges())
        .filteredOn(exchange -> exchange.request().method().equals("POST"))
        .hasSize(2)
        .allSatisfy(asked -> assertThat(asked.at()).isBefore(flush.started()));
  }

  /** A permission that changes ends an app too, on phones. */
  @ParameterizedTest
  @MethodSource
  void endsAnAppThatHasBeenQuiet(Step ending) {
    Script late =
        (step, wire) -> {
          if (isTrack(step, "A")) {
            wire.inQuiet(Samples.SETTLE, () -> wire.post(TRACK, body("A", 1)));
          }
        };
    Scenario scenario =
        Samples.scenario(List.of(track("A"), ending), List.of(event("A", Times.AT_LEAST_ONCE)));

    Evidence evidence =
        FakeRun.onAndroid(late, new Settler(), scenario).stored().orElseThrow().evidence();

    StepRecord ended = evidence.steps().get(1);
    assertThat(ended.what()).isEqualTo(ending.describe());
    assertThat(evidence.capture().exchanges())
        .filteredOn(exchange -> exchange.request().body().text().equals(body("A", 1)))
        .singleElement()
        .satisfies(sent -> assertThat(sent.at()).isBefore(ended.started()));
  }

  static List<Step> endsAnAppThatHasBeenQuiet() {
    return List.of(
        new Step.Relaunch(Samples.AT),
        new Step.Permission(Samples.AT, "android.permission.CAMERA", true),
        new Step.Permission(Samples.AT, "android.permission.CAMERA", false));
  }

  @Test
  void leavesOutWhatComesWhileTheSessionIsClosed() {
    Script closing =
        new Script() {
          @Override
          public void on(Step.OnDevice step, Wire wire) {
            new Sound().on(step, wire);
          }

          @Override
          public void onClose(Wire wire) {
            wire.post("https://evil.test/", "closed");
          }
        };

    CellResult result = run(closing, scenario(event("A", Times.AT_LEAST_ONCE)));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(result.stored().orElseThrow().evidence().capture().exchanges())
        .isNotEmpty()
        .noneMatch(exchange -> exchange.request().host().equals("evil.test"));
  }

  @Test
  void breaksWhereNoSentinelArrives() {
    Script deafToSentinels =
        (step, wire) -> {
          if (isTrack(step, "A")) {
            wire.post(TRACK, body("A", 1));
          }
        };

    CellResult result = run(deafToSentinels, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.verdict().reason()).contains("no sentinel arrived on lane 'event'");
    assertThat(result.attempts()).isEqualTo(2);
  }

  @Test
  void breaksACellInWhichAnExchangeStaysOpen() {
    Script hanging =
        (step, wire) -> {
          new Sound().on(step, wire);
          if (isTrack(step, "A")) {
            wire.post("https://api.partner.test/never", "{}");
          }
        };

    CellResult result = run(hanging, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.verdict().reason()).contains("still sending");
  }

  @Test
  void provesASilentCellByItsTwin() {
    Script obedient =
        (step, wire) -> {
          if (FakeRun.isEnabled(wire)) {
            new Sound().on(step, wire);
          }
        };

    CellResult result =
        run(obedient, Samples.scenario(DISABLED, List.of(track("A")), List.of(never("event"))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(proof(result).kind()).isEqualTo(Proof.Kind.TWIN);
    assertThat(result.stored().orElseThrow().evidence().twin()).isPresent();
  }

  @Test
  void waitsForItsTwinsTimeBeforeConsentAndForSentinelsAfterIt() {
    Given asked =
        new Given(
            true,
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(
                new Consent(
                    Consent.Model.OPT_IN, Optional.empty(), List.of("Advertising"), List.of())));
    Set<Object> agreed = new HashSet<>();
    Script obedient =
        (step, wire) -> {
          if (step instanceof Step.Consent) {
            agreed.add(wire.deployment());
          } else if (FakeRun.isAnswered(wire) || agreed.contains(wire.deployment())) {
            new Sound().on(step, wire);
          }
        };
    List<Step> steps =
        List.of(
            track("A"),
            new Step.Expect(Samples.AT, List.of(never("event"))),
            new Step.Consent(Samples.AT, Map.of("Advertising", true)),
            track("B"));

    CellResult result =
        run(obedient, Samples.scenario(asked, steps, List.of(event("B", Times.exactly(1)))));

    assertThat(result.verdict()).as(result.verdict().reason()).isInstanceOf(Verdict.Passed.class);
    assertThat(proof(result).kind()).isEqualTo(Proof.Kind.TWIN);
    Evidence evidence = result.stored().orElseThrow().evidence();
    Settlement before = evidence.windows().get(0).settlement().orElseThrow();
    assertThat(before.silence()).isPresent();
    assertThat(before.sentinels()).isEmpty();
    Settlement after = evidence.windows().get(1).settlement().orElseThrow();
    assertThat(after.silence()).isEmpty();
    assertThat(after.sentinels()).isNotEmpty();
    assertThat(evidence.twin().orElseThrow().steps().stream().map(StepRecord::what))
        .contains("consent Advertising: yes");
  }

  @Test
  void failsASilentCellThatSends() {
    CellResult result =
        run(new Sound(), Samples.scenario(DISABLED, List.of(track("A")), List.of(never("event"))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void failsASilentCellThatSendsAfterTheTwinsLagButBeforeThreeTimesIt() {
    Duration lag = Duration.ofMillis(200);
    Script late =
        (step, wire) -> {
          if (!(step instanceof Step.Track call)) {
            return;
          }
          boolean sentinel = !call.event().equals("A");
          Duration after = FakeRun.isEnabled(wire) ? lag : lag.multipliedBy(2);
          wire.postAfter(
              sentinel ? Duration.ZERO : after,
              TRACK,
              call.payload().put("event", call.event()).toString());
        };

    CellResult result =
        run(late, Samples.scenario(DISABLED, List.of(track("A")), List.of(never("event"))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
  }

  @Test
  void breaksWhereTheTwinIsSilentToo() {
    CellResult result =
        run(
            (step, wire) -> {},
            Samples.scenario(DISABLED, List.of(track("A")), List.of(never("event"))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.verdict().reason()).contains("twin");
  }

  @Test
  void blamesThePluginForAStepThatIsOnlyTakenWithoutIt() {
    Script blocking =
        (step, wire) -> {
          if (FakeRun.hasPlugin(wire)) {
            throw new StepNotTaken("track A was not acknowledged");
          }
        };

    CellResult result = run(blocking, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.attempts()).isEqualTo(1);
  }

  @Test
  void aPluginIsNotBlamedForAMachineThatWasBusyOnce() {
    AtomicInteger tries = new AtomicInteger();
    Script late =
        (step, wire) -> {
          if (FakeRun.hasPlugin(wire) && tries.getAndIncrement() == 0) {
            throw new StepNotTaken("track A was not acknowledged in time");
          }
          new Sound().on(step, wire);
        };

    CellResult result = run(late, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(result.isFlaky()).isTrue();
  }

  @Test
  void breaksWhereAStepIsNotTakenWithoutThePluginEither() {
    Script blocking =
        (step, wire) -> {
          throw new StepNotTaken("track A was not acknowledged");
        };

    CellResult result = run(blocking, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.attempts()).isEqualTo(2);
  }

  @Test
  void triesALostDeviceOnceMoreAndSaysThatTheCellIsFlaky() {
    AtomicInteger tries = new AtomicInteger();
    Script losing =
        (step, wire) -> {
          if (tries.getAndIncrement() == 0) {
            wire.loseDevice();
          }
          new Sound().on(step, wire);
        };

    CellResult result = run(losing, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(result.attempts()).isEqualTo(2);
    assertThat(result.isFlaky()).isTrue();
  }

  @Test
  void seesNothingInAnOfflineWindowAndEverythingAfterIt() {
    Script queueing = new Queueing();
    Scenario offline =
        Samples.scenario(
            List.of(
                network(Network.OFFLINE),
                track("A"),
                new Step.Expect(Samples.AT, List.of(never("event"))),
                network(Network.ONLINE),
                track("B")),
            List.of(event("A", Times.exactly(1)), event("B", Times.exactly(1))));

    assertThat(run(queueing, offline).verdict()).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void cutsOneHostOffUntilAStepSaysThatItIsThereAgain() {
    String host = "api.partner.test";
    Scenario refused =
        Samples.scenario(
            List.of(
                new Step.SetNetwork(Samples.AT, new Network.Refused(), Optional.of(host)),
                track("A"),
                new Step.SetNetwork(Samples.AT, Network.ONLINE, Optional.of(host)),
                track("B")),
            List.of(event("A", Times.NEVER), event("B", Times.exactly(1))));

    CellResult result = run(new Sound(), refused);

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    Evidence evidence = result.stored().orElseThrow().evidence();
    assertThat(evidence.capture().attempts())
        .extracting(ConnectionAttempt::host)
        .containsExactly(host);
    assertThat(evidence.steps())
        .extracting(StepRecord::what)
        .contains("network: refused to " + host, "network: online to " + host)
        .doesNotContain("network and answers restored");
  }

  @Test
  void restoresWhatTheScenarioChangedBeforeItJudges() {
    Scenario left =
        Samples.scenario(
            List.of(
                track("A"), Step.PartnerAnswers.of(Samples.AT, new PartnerBehaviour.Status(500))),
            List.of(onlyEvent("A")));

    CellResult result = run(new Sound(), left);

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(result.stored().orElseThrow().evidence().steps())
        .anyMatch(step -> step.what().equals("network and answers restored"));
  }

  @Test
  void failsAWaitThatIsNotMet() {
    Scenario waiting =
        Samples.scenario(
            List.of(
                track("A"),
                new Step.WaitUntil(Samples.AT, "profile", 1, Optional.empty()),
                track("B")),
            List.of(event("A", Times.AT_LEAST_ONCE)));

    CellResult result = run(new Sound(), waiting);

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.verdict().toString()).contains("wait until profile");
  }

  @Test
  void breaksAWaitThatIsNotMetBecauseTheDeviceWasLost() {
    Scenario waiting =
        Samples.scenario(
            List.of(track("A"), new Step.WaitUntil(Samples.AT, "profile", 1, Optional.empty())),
            List.of(event("A", Times.AT_LEAST_ONCE)));
    Script losing =
        (step, wire) -> {
          new Sound().on(step, wire);
          wire.loseDeviceUnnoticed();
        };

    CellResult result = run(losing, waiting);

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.verdict().reason())
        .startsWith("the device was lost: 'wait until profile")
        .endsWith("was not met within 1.5 s");
    assertThat(result.attempts()).isEqualTo(2);
  }

  @Test
  void triesAgainWhereThereWasNoRoomForTheEvidence() {
    AtomicInteger tries = new AtomicInteger();
    EvidenceStore fullAtFirst =
        (evidence, screenshot) -> {
          if (tries.getAndIncrement() == 0) {
            throw full("evidence.json");
          }
          return FakeRun.keep(evidence, screenshot);
        };

    CellResult result = run(fullAtFirst, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(result.isFlaky()).isTrue();
  }

  @Test
  void breaksACellWhoseEvidenceFindsNoRoom() {
    EvidenceStore full =
        (evidence, screenshot) -> {
          throw full("evidence.json");
        };

    CellResult result = run(full, scenario(event("A", Times.exactly(1))));

    assertThat(result.verdict())
        .isEqualTo(
            new Verdict.Broken("cannot write 'evidence.json': No space left on device", List.of()));
    assertThat(result.attempts()).isEqualTo(2);
  }

  @Test
  void letsEveryCellRunAndEveryOtherListenerHearWhereOneThrows() {
    List<String> heard = new ArrayList<>();
    RunListener throwing =
        listener(
            what -> {
              throw full(what);
            });

    assertThatThrownBy(
            () ->
                FakeRun.matrix(
                    new Sound(),
                    new Settler(),
                    List.of(scenario(event("A", Times.exactly(1)))),
                    List.of(throwing, listener(heard::add))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("cannot write 'started': No space left on device");
    assertThat(heard).containsExactly("started", "passed", "ended");
  }

  private static RunListener listener(Consumer<String> what) {
    return new RunListener() {
      @Override
      public void planned(Plan plan) {}

      @Override
      public void started(CellId cell) {
        what.accept("started");
      }

      @Override
      public void finished(CellResult result, Matrix soFar) {
        what.accept(result.verdict().word());
      }

      @Override
      public void ended(Matrix matrix) {
        what.accept("ended");
      }
    };
  }

  private static UncheckedIOException full(String file) {
    String words = "No space left on device";
    return new UncheckedIOException(
        "cannot write '" + file + "': " + words, new IOException(words));
  }

  private static CellResult run(EvidenceStore store, Scenario scenario) {
    return FakeRun.matrix(new Sound(), new Settler(), store, List.of(scenario), List.of())
        .cells()
        .get(0);
  }

  private static CellResult run(Script script, Scenario scenario) {
    return FakeRun.of(script, new Settler(), scenario);
  }

  private static Scenario scenario(Expectation... expectations) {
    return Samples.scenario(List.of(track("A")), List.of(expectations));
  }

  private static Step network(Network network) {
    return new Step.SetNetwork(Samples.AT, network, Optional.empty());
  }

  private static boolean isTrack(Step step, String event) {
    return step instanceof Step.Track call && call.event().equals(event);
  }

  private static String body(String event, int n) {
    return "{\"event\":\"" + event + "\",\"n\":" + n + "}";
  }

  private static String told(Step.Track call) {
    return call.payload().deepCopy().put("event", call.event()).toString();
  }

  private static Proof proof(CellResult result) {
    return ((Verdict.Passed) result.verdict()).proof();
  }

  private static List<String> sentinels(CellResult result) {
    return result.stored().orElseThrow().evidence().steps().stream()
        .flatMap(step -> step.sentinel().stream())
        .toList();
  }

  /** Sends each track once the page is left, each later than it takes to see that nothing came. */
  private static final class Keeping implements Script {
    private final java.util.ArrayDeque<String> kept = new java.util.ArrayDeque<>();

    @Override
    public void on(Step.OnDevice step, Wire wire) {
      if (step instanceof Step.Track call) {
        kept.add(told(call));
      }
    }

    @Override
    public void onLeave(Wire wire) {
      for (int late = 3; !kept.isEmpty(); late += 3) {
        wire.postAfter(Samples.SETTLE.multipliedBy(late), TRACK, kept.remove());
      }
    }
  }

  /** Sends each track and identify at once, with everything that it carries. */
  private static final class Sound implements Script {
    @Override
    public void on(Step.OnDevice step, Wire wire) {
      if (step instanceof Step.Track call) {
        wire.post(TRACK, told(call));
      } else if (step instanceof Step.Identify call) {
        wire.post("https://api.partner.test/engage", call.payload().toString());
      }
    }
  }

  /** Holds what could not be sent, and sends it before the next thing. */
  private static final class Queueing implements Script {
    private final java.util.ArrayDeque<String> held = new java.util.ArrayDeque<>();

    @Override
    public void on(Step.OnDevice step, Wire wire) {
      if (step instanceof Step.Track call) {
        held.add(told(call));
      }
      while (!held.isEmpty() && wire.post(TRACK, held.peek()) == 200) {
        held.remove();
      }
    }
  }
}
