package dev.crosscheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.BrowserSpec.Browser;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.device.Phones;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

class SuiteReportTest {
  private static final Verdict PASSED = passed(false);
  private static final Verdict FAILED =
      new Verdict.Failed("x", List.of(), Proof.NOTHING, List.of());
  private static final Verdict BROKEN = new Verdict.Broken("x", List.of());
  private static final Verdict SKIPPED = new Verdict.Skipped("x");
  private static final Verdict WAIVED =
      new Verdict.Waived("x", List.of(), Proof.NOTHING, List.of());

  @Test
  void aSuiteIsFullWhereEveryRequiredDevicePassed() {
    SuiteReport report = SuiteReport.of(matrix(Map.of("browser", "chrome")).matrix());
    assertThat(report.missing()).isEmpty();
    assertThat(report.full()).isTrue();
    assertThat(report.rule()).isEqualTo("browser chrome");
  }

  @Test
  void aDeviceThatNobodyDeclaredIsMissing() {
    assertThat(missing(matrix(Map.of("browser", "chrome"), Map.of("browser", "firefox"))))
        .containsExactly("browser firefox: not among the devices of this run");
    assertThat(missing(matrix(Map.of("ios", "simulator")).on("ios")))
        .containsExactly("ios simulator: not among the devices of this run");
  }

  @Test
  void anEmulatedPhoneMeetsOnlyWhatAsksForIt() {
    Map<String, String> asking = Map.of("browser", "chrome", "emulate", "Pixel 7");

    assertThat(missing(matrix(asking).emulating("Pixel 7"))).isEmpty();
    assertThat(missing(matrix(Map.of("emulate", "Pixel 7")).emulating("Pixel 7"))).isEmpty();
    assertThat(missing(matrix(Map.of("browser", "chrome")).emulating("Pixel 7")))
        .containsExactly("browser chrome: not among the devices of this run");
    assertThat(missing(matrix(Map.of("emulate", "Pixel 8")).emulating("Pixel 7")))
        .containsExactly("emulate Pixel 8: not among the devices of this run");
    assertThat(missing(matrix(Map.of("emulate", "Pixel 7"))))
        .containsExactly("emulate Pixel 7: not among the devices of this run");
    assertThat(missing(matrix(Map.of("browser", "safari")).emulating("iPhone 16")))
        .containsExactly("browser safari: not among the devices of this run");
    assertThat(missing(matrix(Map.of("ios", "simulator")).on("ios").emulating("iPhone 16")))
        .containsExactly("ios simulator: not among the devices of this run");
  }

  @Test
  void aBrowserOnASimulatorMeetsOnlyWhatAsksForIt() {
    for (Map<String, String> met :
        List.of(
            Map.of("browser", "safari", "simulator", "iPhone 16"),
            Map.of("simulator", "iPhone 16", "platformVersion", "18.2"))) {
      assertThat(missing(matrix(met).onSimulator())).as("%s", met).isEmpty();
    }
    for (Map<String, String> unmet :
        List.of(
            Map.of("browser", "safari"),
            Map.of("ios", "simulator"),
            Map.of("simulator", "iPhone 17"),
            Map.of("simulator", "iPhone 16", "platformVersion", "17.5"))) {
      assertThat(missing(matrix(unmet).on("ios").onSimulator())).as("%s", unmet).hasSize(1);
    }
  }

  @Test
  void cookiesOfThirdPartiesAreRequiredAsTheDeviceTreatsThem() {
    assertThat(missing(matrix(Map.of("browser", "chrome", "thirdPartyCookies", "allow"))))
        .isEmpty();
    assertThat(missing(matrix(Map.of("browser", "chrome", "thirdPartyCookies", "block"))))
        .hasSize(1);
  }

  @Test
  void androidWithinAJvmIsNoEmulatorAndNoBrowser() {
    Run run = matrix(Map.of("android", "emulator")).on("android").embedded();
    assertThat(missing(run)).containsExactly("android emulator: not among the devices of this run");
    assertThat(missing(matrix(Map.of("browser", "chrome")).on("android").embedded()))
        .containsExactly("browser chrome: not among the devices of this run");

    for (Map<String, String> met :
        List.of(
            Map.of("android", "jvm"),
            Map.of("android", "jvm", "api", "34"),
            Map.of("sdk", "analytics-kotlin"))) {
      assertThat(missing(matrix(met).on("android").embedded())).as("%s", met).isEmpty();
    }
    for (Map<String, String> unmet :
        List.of(Map.of("android", "jvm", "api", "35"), Map.of("sdk", "analytics-android"))) {
      assertThat(missing(matrix(unmet).on("android").embedded())).as("%s", unmet).hasSize(1);
    }
  }

  @Test
  void anSdkOrApiLevelIsRequiredOfPluginsForItsPlatformOnly() {
    for (Map<String, String> android :
        List.of(Map.of("sdk", "analytics-kotlin"), Map.of("api", "34"))) {
      assertThat(missing(matrix(Map.of("browser", "chrome"), android))).isEmpty();
    }
    assertThat(missing(matrix(Map.of("sdk", "analytics-next")))).isEmpty();
  }

  @Test
  void aPhoneThatNeverStartedIsEmulatedToo() {
    assertThat(matrix().unavailable("no Chromium").emulating("Pixel 7").matrix().devices())
        .singleElement()
        .matches(DeviceColumn::isEmulated);
    assertThat(matrix().matrix().devices()).singleElement().matches(d -> !d.isEmulated());
  }

  @Test
  void onlyPlatformsThatThePluginDeclaresAreRequired() {
    assertThat(missing(matrix(Map.of("browser", "chrome"), Map.of("ios", "simulator")))).isEmpty();
    assertThat(missing(matrix(Map.of("android", "emulator"))))
        .containsExactly("no required device is of a platform that a plugin declares");
  }

  @Test
  void withoutARuleNothingIsFull() {
    assertThat(missing(matrix())).containsExactly("no rule: devices.yaml has no 'suite: require:'");
  }

  @Test
  void anUnavailableDeviceIsMissingWithItsReason() {
    assertThat(missing(matrix(Map.of("browser", "chrome")).unavailable("no Chromium")))
        .containsExactly("chromium: unavailable: no Chromium");
  }

  @Test
  void aCellThatIsNotGreenIsMissing() {
    Map<String, Verdict> verdicts = Map.of("failed", FAILED, "broken", BROKEN, "waived", WAIVED);
    verdicts.forEach(
        (word, verdict) ->
            assertThat(missing(matrix(Map.of("browser", "chrome")).also("acme/other", verdict)))
                .containsExactly("chromium: cell 'acme/other' is " + word));
  }

  @Test
  void aCellThatComparedNothingIsMissing() {
    assertThat(missing(matrix(Map.of("browser", "chrome")).also("acme/other", passed(true))))
        .containsExactly("chromium: cell 'acme/other' passed without a compared property");
  }

  @Test
  void aCallThatNoCellShowsIsMissing() {
    assertThat(missing(matrix(Map.of("browser", "chrome")).supporting(SpecCall.ALIAS)))
        .containsExactly("chromium: no passed cell shows 'alias' with a compared property");
  }

  @Test
  void aSkippedCellIsNoGapWhereAnotherPassed() {
    Run run = matrix(Map.of("browser", "chrome")).also("acme/other", SKIPPED);
    assertThat(missing(run)).isEmpty();
    Run none = new Run(Map.of("browser", "chrome"));
    assertThat(missing(none.also("acme/other", SKIPPED)))
        .containsExactly("chromium: no passed cell compares what the partner got");
  }

  @Test
  void aCellThatWasNotRunIsMissing() {
    assertThat(missing(matrix(Map.of("browser", "chrome")).scenario("acme/other").planned(2)))
        .containsExactly("chromium: cell 'acme/other' was not run", "1 of 2 cells were not run");
  }

  @Test
  void absenceShowsNothingOfACall() {
    Run run = new Run(Map.of("browser", "chrome"));
    run.scenarios.add(scenario("acme/silent", Times.NEVER));
    run.cells.add(cell("acme/silent", PASSED));
    assertThat(missing(run.planned(1)))
        .containsExactly("chromium: no passed cell shows 'track' with a compared property");
  }

  @Test
  void exitCodesTellFailedFromBroken() {
    assertThat(outcome(matrix())).isEqualTo(0);
    assertThat(outcome(matrix().also("acme/b", FAILED))).isEqualTo(1);
    assertThat(outcome(matrix().also("acme/b", FAILED).also("acme/c", BROKEN))).isEqualTo(1);
    assertThat(outcome(matrix().also("acme/b", BROKEN))).isEqualTo(3);
    assertThat(outcome(matrix().also("acme/b", SKIPPED))).isEqualTo(0);
    assertThat(outcome(matrix().also("acme/b", WAIVED))).isEqualTo(0);
    assertThat(outcome(new Run().also("acme/b", SKIPPED))).isEqualTo(3);
    assertThat(outcome(new Run())).isEqualTo(3);
    assertThat(outcome(matrix().planned(5))).isEqualTo(3);
    assertThat(outcome(matrix().interrupted())).isEqualTo(3);
  }

  @Test
  void aDeviceAskedForByNameMustBeThere() {
    assertThat(Outcome.of(matrix().matrix(), Set.of("chromium")).exitCode()).isEqualTo(0);
    assertThat(Outcome.of(matrix().matrix(), Set.of("firefox")).exitCode()).isEqualTo(3);
    assertThat(Outcome.of(matrix().unavailable("x").matrix(), Set.of("chromium")).exitCode())
        .isEqualTo(3);
  }

  private static int outcome(Run run) {
    return Outcome.of(run.matrix(), Set.of()).exitCode();
  }

  private static List<String> missing(Run run) {
    SuiteReport report = SuiteReport.of(run.matrix());
    assertThat(report.full()).isEqualTo(report.missing().isEmpty());
    return report.missing();
  }

  private static Verdict passed(boolean presenceOnly) {
    return new Verdict.Passed(new Proof(Proof.Kind.SEALED, "", presenceOnly), List.of());
  }

  /** One device, one passed cell that compares what a track came to. */
  @SafeVarargs
  private static Run matrix(Map<String, String>... require) {
    return new Run(require).also("acme/order", PASSED);
  }

  private static CellResult cell(String scenario, Verdict verdict) {
    return new CellResult(
        new CellId("acme", "chromium", scenario), "", verdict, Duration.ZERO, 1, Optional.empty());
  }

  private static Scenario scenario(String id, Times times) {
    SourceLocation at = SourceLocation.of("x.yaml");
    Pattern match = new Pattern.Fields(Map.of("event", new Pattern.AnyValue()));
    return new Scenario(
        id,
        id,
        at,
        "0",
        "",
        Given.NOTHING,
        List.of(new Step.Track(at, "A", JsonNodeFactory.instance.objectNode(), CallOptions.NONE)),
        List.of(new Expectation.Messages(at, "event", times, false, Optional.of(match))),
        List.of(),
        Optional.empty());
  }

  private static final class Run {
    private final List<Map<String, String>> require;
    private final List<Scenario> scenarios = new ArrayList<>();
    private final List<CellResult> cells = new ArrayList<>();
    private Optional<String> unavailable = Optional.empty();
    private BrowserSpec browser =
        new BrowserSpec("chromium", SourceLocation.of("devices.yaml"), Browser.CHROME, true);
    private Set<SpecCall> calls = Set.of(SpecCall.TRACK);
    private Set<String> platforms = Set.of();
    private int planned = -1;
    private boolean embedded;
    private boolean interrupted;

    @SafeVarargs
    private Run(Map<String, String>... require) {
      this.require = List.of(require);
    }

    private Run also(String id, Verdict verdict) {
      cells.add(cell(id, verdict));
      return scenario(id);
    }

    private Run scenario(String id) {
      scenarios.add(SuiteReportTest.scenario(id, Times.AT_LEAST_ONCE));
      return this;
    }

    private Run unavailable(String reason) {
      unavailable = Optional.of(reason);
      return this;
    }

    private Run emulating(String name) {
      browser =
          new BrowserSpec(
              browser.id(),
              browser.at(),
              browser.browser(),
              true,
              Phones.named(name),
              Optional.empty());
      assertThat(browser.phone()).isPresent();
      return this;
    }

    private Run embedded() {
      embedded = true;
      return this;
    }

    private Run supporting(SpecCall call) {
      calls = Set.of(SpecCall.TRACK, call);
      return this;
    }

    private Run on(String platform) {
      platforms = Set.of(platform);
      return this;
    }

    private Run planned(int count) {
      planned = count;
      return this;
    }

    private Run onSimulator() {
      browser =
          new BrowserSpec(
              browser.id(),
              browser.at(),
              Browser.SAFARI,
              false,
              Optional.empty(),
              Samples.MOBILE_SAFARI.simulator());
      return this;
    }

    private Run interrupted() {
      interrupted = true;
      return this;
    }

    private Matrix matrix() {
      SourceLocation at = SourceLocation.of("devices.yaml");
      Plugin plugin =
          new Plugin(
              "Acme",
              "acme",
              at,
              "scenarios/acme",
              "0",
              List.of("token"),
              JsonNodeFactory.instance.objectNode(),
              new Supports(calls, Optional.empty()),
              JsonNodeFactory.instance.objectNode(),
              List.of(),
              new Partner(List.of(), List.of(), List.of(), List.of(), Duration.ZERO),
              Optional.of(new WebPlugin(WebPlugin.Way.REGISTER, "x.js", List.of())),
              platforms);
      DeviceColumn device =
          new DeviceColumn(
              embedded ? new EmbeddedSpec("chromium", at, 34, Sdk.ANALYTICS_KOTLIN) : browser,
              Optional.empty(),
              unavailable,
              Optional.empty());
      return new Matrix(
          new RunFacts(
              "r",
              Instant.EPOCH,
              Duration.ZERO,
              "1",
              Optional.empty(),
              false,
              "hermetic",
              Optional.empty(),
              interrupted),
          List.of(PluginRow.planned(plugin)),
          List.of(device),
          scenarios,
          cells,
          planned < 0 ? cells.size() : planned,
          new Suite(require),
          List.of());
    }
  }
}
