package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.support.FakeDevices;
import dev.crosscheck.support.FakeRecorder;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What the matrix says of a plugin that was built for one SDK, or for two. */
class MatrixSoFarTest {
  private static final List<DeviceSpec> DEVICES = List.of(Samples.CHROMIUM, Samples.ANDROID_JVM);
  private static final Scenario SCENARIO =
      Samples.scenario(
          List.of(Samples.track("A")), List.of(Samples.event("A", Times.AT_LEAST_ONCE)));

  private final CellResult judged =
      FakeRun.of(
          (step, wire) -> wire.post("https://api.partner.test/track", "{\"event\": \"A\"}"),
          new Settler(),
          SCENARIO);

  @Test
  void hasTheHashOfTheOneBuild() {
    assertThat(rowAfter(Samples.CHROMIUM).sha256()).isEqualTo("analytics-next's hash");
    assertThat(rowAfter(Samples.CHROMIUM).versions()).isEqualTo(Map.of("of analytics-next", "1"));
    assertThat(rowAfter(Samples.CHROMIUM, Samples.CHROMIUM).sha256())
        .isEqualTo("analytics-next's hash");
  }

  @Test
  void hasOneHashOfBothBuildsInWhateverOrderTheyCame() {
    PluginRow row = rowAfter(Samples.CHROMIUM, Samples.ANDROID_JVM);

    assertThat(row.sha256())
        .isEqualTo(Body.of("analytics-android's hash" + "analytics-next's hash").sha256())
        .isEqualTo(rowAfter(Samples.ANDROID_JVM, Samples.CHROMIUM).sha256());
    assertThat(row.versions())
        .isEqualTo(Map.of("of analytics-next", "1", "of analytics-android", "1"));
  }

  /** A phone's app may have another version of an SDK than an embedded device. */
  @Test
  void aColumnHasTheVersionThatItsDeviceTellsElseThatOfItsOwnBuild() {
    EmbeddedSpec telling = new EmbeddedSpec("telling", Samples.AT, 34, Sdk.ANALYTICS_ANDROID);
    AppiumSpec phone =
        new AppiumSpec(
            "phone",
            Samples.AT,
            new AppiumSpec.RealAndroid(Optional.empty()),
            Sdk.ANALYTICS_ANDROID,
            Optional.empty(),
            Map.of());
    Plan plan =
        plan(
            List.of(
                running(Samples.CHROMIUM, ""),
                running(Samples.ANDROID_JVM, ""),
                running(telling, "4.11.3"),
                running(phone, "")));

    assertThat(after(plan, List.of(on(Samples.CHROMIUM), on(Samples.ANDROID_JVM))).devices())
        .extracting(column -> column.facts().orElseThrow().sdkVersion())
        .containsExactly("1", "1", "4.11.3", "");
  }

  private static DeviceColumn running(DeviceSpec spec, String sdkVersion) {
    DeviceFacts facts =
        new DeviceFacts(
            spec.id(),
            spec.platform(),
            spec.kind(),
            "",
            "x",
            "1",
            spec.sdk().word(),
            sdkVersion,
            false,
            spec.notClosed(),
            Map.of(),
            1);
    return new DeviceColumn(spec, Optional.of(facts), Optional.empty(), Optional.empty());
  }

  @Test
  void tellsWhatSpeaksForTheDeviceOnceAndWhereItWasSeen() {
    CellResult early =
        FakeRun.of(
            (step, wire) -> {
              if (step instanceof Step.Navigate) {
                wire.post("https://api.partner.test/boot", "{}");
              } else {
                wire.post("https://api.partner.test/track", "{\"event\": \"A\"}");
              }
            },
            new Settler(),
            Samples.scenario(
                List.of(new Step.Navigate(Samples.AT, "/"), Samples.track("A")),
                List.of(Samples.event("A", Times.AT_LEAST_ONCE))));
    CellResult other = on(early, Samples.FIREFOX);
    CellResult red =
        new CellResult(
            new CellId("partner", "webkit", "x"),
            early.title(),
            new Verdict.Failed("red", List.of(), Proof.NOTHING, List.of()),
            early.duration(),
            1,
            early.stored());

    CellResult first = on(early, Samples.CHROMIUM);

    assertThat(after(List.of(other, first, red)).plugins().get(0).deviceMode())
        .isEqualTo(after(List.of(first, red, other)).plugins().get(0).deviceMode())
        .singleElement()
        .satisfies(
            seen -> {
              assertThat(seen.sign().words()).isEqualTo("POST api.partner.test/boot");
              assertThat(seen.devices()).containsExactly("chromium", "firefox");
              assertThat(seen.cell().device()).isEqualTo("chromium");
            });
  }

  @Test
  void keepsNoEvidenceInMemory() {
    EvidenceStore.Stored kept = after(Samples.CHROMIUM).cells().get(0).stored().orElseThrow();

    assertThat(on(Samples.CHROMIUM).stored().orElseThrow().atHand()).isPresent();
    assertThat(kept.atHand()).isEmpty();
    assertThat(kept.evidence()).isEqualTo(judged.stored().orElseThrow().evidence());
  }

  private PluginRow rowAfter(DeviceSpec... finished) {
    return after(finished).plugins().get(0);
  }

  private Matrix after(DeviceSpec... finished) {
    return after(Arrays.stream(finished).map(this::on).toList());
  }

  private static Matrix after(List<CellResult> finished) {
    return after(
        plan(
            DEVICES.stream()
                .map(
                    spec ->
                        new DeviceColumn(
                            spec, Optional.empty(), Optional.empty(), Optional.empty()))
                .toList()),
        finished);
  }

  private static Matrix after(Plan plan, List<CellResult> finished) {
    FakeRecorder recorder = new FakeRecorder();
    try (FakeDevices devices = new FakeDevices(recorder, (step, wire) -> {});
        DevicePool pool =
            new DevicePool(List.of(devices), recorder.trust(), InstantSource.system(), () -> {})) {
      MatrixSoFar matrix = new MatrixSoFar(plan, bench(recorder, devices), pool);
      finished.forEach(matrix::add);
      return matrix.ended(false);
    }
  }

  private CellResult on(DeviceSpec device) {
    return on(judged, device);
  }

  private static CellResult on(CellResult judged, DeviceSpec device) {
    Evidence evidence = judged.stored().orElseThrow().evidence();
    return new CellResult(
        new CellId("partner", device.id(), SCENARIO.id()),
        judged.title(),
        judged.verdict(),
        judged.duration(),
        judged.attempts(),
        Optional.of(FakeRun.keep(evidence, Optional.empty())));
  }

  private static Plan plan(List<DeviceColumn> columns) {
    return new Plan(
        FakeRun.facts(),
        List.of(Samples.plugin()),
        List.of(SCENARIO),
        columns,
        List.of(),
        new Suite(List.of()),
        List.of());
  }

  private static Workbench bench(FakeRecorder recorder, FakeDevices devices) {
    return new Workbench(
        recorder,
        List.of(devices),
        programs -> {},
        new NamedBuilds(),
        FakeRun::keep,
        (stored, verdict) -> {},
        new Settler(),
        InstantSource.system(),
        1,
        Workbench.USUAL_DEADLINE);
  }

  /** Builds that are called by the SDK that they are for. */
  private static final class NamedBuilds implements Deployer {
    @Override
    public Deployment deploy(Plugin plugin, DeviceSpec device, Given given, boolean withPlugin) {
      throw new AssertionError("nothing is run");
    }

    @Override
    public Facts facts(Plugin plugin, DeviceSpec device) {
      String name = device.sdk().word();
      return new Facts(name + "'s hash", Map.of("of " + name, "1"), name, "1");
    }
  }
}
