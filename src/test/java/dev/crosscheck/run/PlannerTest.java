package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.FindingsException;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Differs;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.support.FakeDevices;
import dev.crosscheck.support.FakeRecorder;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PlannerTest {
  private static final Scenario SCENARIO =
      Samples.scenario(
          List.of(Samples.track("A")), List.of(Samples.event("A", Times.AT_LEAST_ONCE)));

  private static final Step EXCLUDED =
      ((Step.Call) Samples.track("E"))
          .with(
              new CallOptions(
                  Optional.empty(),
                  Optional.of(Samples.object().put("All", false)),
                  Optional.empty()));

  @Test
  void plansACellForEachScenarioOnEachDevice() {
    BrowserSpec second =
        new BrowserSpec("chromium-2", Samples.AT, BrowserSpec.Browser.CHROME, false);
    Project project =
        new Project(
            List.of(Samples.plugin()),
            Map.of("partner", List.of(SCENARIO)),
            List.of(Samples.CHROMIUM, second),
            new Suite(List.of()),
            List.of());

    assertThat(plan(project, Filter.EVERYTHING).cells())
        .extracting(cell -> cell.id().toString())
        .containsExactly("chromium · partner · partner/x", "chromium-2 · partner · partner/x");
  }

  @Test
  void keepsToWhatIsAskedForByIdSlugOrWildcard() {
    Project project = FakeRun.project(List.of(SCENARIO));

    assertThat(plan(project, scenarios("x")).cells()).hasSize(1);
    assertThat(plan(project, scenarios("partner/*")).cells()).hasSize(1);
    assertThat(plan(project, scenarios("partner/x")).cells()).hasSize(1);
  }

  @Test
  void namesEverythingThatIsAskedForButDoesNotExist() {
    Filter unknown = new Filter(List.of("nobody"), List.of("phone"), List.of("y"));

    assertThatThrownBy(() -> plan(FakeRun.project(List.of(SCENARIO)), unknown))
        .isInstanceOf(FindingsException.class)
        .hasMessage(
            """
            --plugin: no plugin is called 'nobody' [NoSuchPlugin]
              hint: there is Partner, partner
            --device: no device is called 'phone' [NoSuchDevice]
              hint: there is chromium
            --scenario: no scenario is called 'y' [NoSuchScenario]
              hint: there is partner/x, x""");
  }

  @Test
  void skipsAScenarioWhoseCallThePluginDeclaresUnsupported() {
    Plugin groupsOnly = supporting(new Supports(Set.of(SpecCall.GROUP), Optional.empty()));
    Project project =
        new Project(
            List.of(groupsOnly),
            Map.of("partner", List.of(SCENARIO)),
            List.of(Samples.CHROMIUM),
            new Suite(List.of()),
            List.of());

    assertThat(plan(project, Filter.EVERYTHING).cells().get(0).skip())
        .hasValueSatisfying(
            why -> assertThat(why).startsWith("track: declared unsupported by 'Partner'"));
  }

  private static Plugin supporting(Supports supports) {
    Plugin usual = Samples.plugin();
    return new Plugin(
        usual.name(),
        usual.id(),
        usual.at(),
        usual.folder(),
        usual.sha256(),
        usual.writeKeySetting(),
        usual.settings(),
        supports,
        usual.carries(),
        usual.waivers(),
        usual.partner(),
        usual.web(),
        usual.otherPlatforms());
  }

  @Test
  void skipsWhatIsForADestinationMiddlewareWhereThePageRegistersThePlugin() {
    Given given = Samples.given(Samples.drop("A", true), Samples.drop("B", false));
    Scenario plain = Samples.scenario(given, SCENARIO.steps(), SCENARIO.expect());
    List<Step> steps = List.of(Samples.track("A"), Samples.track("B"));
    Scenario table =
        Samples.table(steps, Samples.row("own", 0, 1), Samples.row("source", 1, 1)).given(given);
    String why =
        "'track A' is for a destination middleware or filter, and analytics.js has none for a"
            + " plugin that the page registers";

    assertThat(cell(Samples.plugin(), plain, Samples.CHROMIUM).skip()).contains(why);
    assertThat(cell(Samples.plugin(), table, Samples.CHROMIUM).scenario().rows())
        .extracting(row -> row.standing().reason())
        .containsExactly(why, "");
    for (WebPlugin.Way way : List.of(WebPlugin.Way.CLASSIC, WebPlugin.Way.ACTION)) {
      assertThat(cell(Samples.plugin(way), plain, Samples.CHROMIUM).skip()).isEmpty();
    }
    Plugin app = Samples.androidPlugin(Sdk.ANALYTICS_ANDROID);
    assertThat(cell(app, plain, Samples.ANDROID_JVM).skip()).isEmpty();
    Scenario filtered =
        Samples.scenario(
            Samples.filtering(Samples.drop("A", true)), SCENARIO.steps(), SCENARIO.expect());
    assertThat(cell(Samples.plugin(), filtered, Samples.CHROMIUM).skip()).contains(why);
    assertThat(cell(Samples.plugin(WebPlugin.Way.ACTION), filtered, Samples.CHROMIUM).skip())
        .isEmpty();
    assertThat(cell(app, filtered, Samples.ANDROID_JVM).skip())
        .contains("analytics-android knows nothing of destination filters");
  }

  /** A plugin that does not do it would be silent anyway, and its twin too. */
  @Test
  void whatIsKeptBackByItselfAsksNothingOfAPluginThatDoesNotSupportIt() {
    Plugin fewEvents = supporting(new Supports(Set.of(SpecCall.TRACK), Optional.of(List.of("C"))));
    Given given =
        Samples.given(
            Samples.drop("A", false),
            Samples.change("B", Samples.object().put("event", "C"), false));
    Scenario table =
        Samples.table(
                List.of(Samples.track("A"), Samples.track("B"), Samples.track("D"), EXCLUDED),
                Samples.row("dropped", 0, 1),
                Samples.row("renamed", 1, 1),
                Samples.row("plain", 2, 1),
                Samples.row("excluded", 3, 1))
            .given(given);

    assertThat(cell(fewEvents, table, Samples.CHROMIUM).scenario().rows())
        .extracting(row -> row.standing().kind())
        .containsExactly(
            Row.Standing.Kind.SKIPPED,
            Row.Standing.Kind.ASKED,
            Row.Standing.Kind.UNSUPPORTED,
            Row.Standing.Kind.SKIPPED);
  }

  private static Plan.PlannedCell cell(Plugin plugin, Scenario scenario, DeviceSpec device) {
    Project project =
        new Project(
            List.of(plugin),
            Map.of("partner", List.of(scenario)),
            List.of(device),
            new Suite(List.of()),
            List.of());
    return plan(project, Filter.EVERYTHING).cells().get(0);
  }

  @Test
  void skipsAScenarioThatTheDeviceCannotPerformAndNoOther() {
    Scenario flushing = Samples.scenario(List.of(new Step.Flush(Samples.AT)), SCENARIO.expect());
    Project project =
        new Project(
            List.of(Samples.plugin()),
            Map.of("partner", List.of(flushing, SCENARIO)),
            List.of(Samples.WPE),
            new Suite(List.of()),
            List.of());

    assertThat(plan(project, Filter.EVERYTHING).cells())
        .extracting(cell -> cell.skip().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void skipsARowThatTheDeviceHasNothingLikeAndNoOther() {
    Scenario table =
        Samples.table(
            List.of(Samples.track("all"), new Step.Flush(Samples.AT), Samples.track("B")),
            Samples.row("flushed", 1, 1, Samples.event("all", Times.AT_LEAST_ONCE)),
            Samples.row("sent", 2, 1, Samples.event("B", Times.AT_LEAST_ONCE)));

    Plan.PlannedCell whole = cell(table, Samples.CHROMIUM);
    Plan.PlannedCell less = cell(table, Samples.WPE);

    assertThat(whole.scenario()).isEqualTo(table);
    assertThat(less.skip()).isEmpty();
    assertThat(less.scenario().steps()).containsExactly(Samples.track("all"), Samples.track("B"));
    Row skipped = less.scenario().rows().get(0);
    assertThat(skipped.standing().kind()).isEqualTo(Row.Standing.Kind.SKIPPED);
    assertThat(skipped.standing().reason())
        .isEqualTo(Samples.WPE.cannot(table.alone(table.rows().get(0))).orElseThrow());
    assertThat(skipped.expect()).isEmpty();
    Row asked = less.scenario().rows().get(1);
    assertThat(asked.standing()).isEqualTo(Row.Standing.ASKED);
    assertThat(less.scenario().stepsOf(asked)).containsExactly(Samples.track("B"));
  }

  @Test
  void skipsATableOfWhichNoRowIsLeft() {
    Scenario table =
        Samples.table(
            List.of(new Step.Flush(Samples.AT)),
            Samples.row("flushed", 0, 1, Samples.event("A", Times.AT_LEAST_ONCE)));

    assertThat(cell(table, Samples.WPE).skip())
        .isPresent()
        .isEqualTo(Samples.WPE.cannot(table.alone(table.rows().get(0))));
  }

  private static Row row(Differs... differing) {
    Row usual = Samples.row("a", 0, 1, Samples.event("A", Times.AT_LEAST_ONCE));
    return new Row(
        usual.at(),
        usual.name(),
        usual.see(),
        usual.first(),
        usual.count(),
        usual.expect(),
        List.of(differing),
        usual.standing());
  }

  @Test
  void takesTheExpectationsOfARowThatDiffer() {
    Row differing = row(differs("web", "W"), differs("android", "D"));

    assertThat(
            cell(Samples.table(List.of(Samples.track("A")), differing), Samples.CHROMIUM)
                .scenario()
                .rows())
        .flatExtracting(Row::expect)
        .containsExactly(Samples.event("W", Times.AT_LEAST_ONCE));
  }

  @Test
  void aPluginIsSpokenOfByHowItComesOntoAPage() {
    Row differing = row(differs("classic", "C"), differs("firefox", "F"));
    Scenario table = Samples.table(List.of(Samples.track("A")), differing);
    Plugin classic = Samples.plugin(WebPlugin.Way.CLASSIC);

    assertThat(cell(classic, table, Samples.CHROMIUM).scenario().rows())
        .flatExtracting(Row::expect)
        .containsExactly(Samples.event("C", Times.AT_LEAST_ONCE));
    assertThat(cell(classic, table, Samples.FIREFOX).scenario().rows())
        .flatExtracting(Row::expect)
        .containsExactly(Samples.event("F", Times.AT_LEAST_ONCE));
    assertThat(cell(table, Samples.CHROMIUM).scenario().rows())
        .flatExtracting(Row::expect)
        .containsExactly(Samples.event("A", Times.AT_LEAST_ONCE));
    assertThat(cell(classic, table, Samples.ANDROID_JVM).scenario().rows())
        .flatExtracting(Row::expect)
        .containsExactly(Samples.event("A", Times.AT_LEAST_ONCE));
  }

  private static Plan.PlannedCell cell(Scenario scenario, DeviceSpec device) {
    return cell(Samples.plugin(), scenario, device);
  }

  @Test
  void skipsAPluginOnDevicesWhoseSdkItHasNoPartFor() {
    Project project =
        new Project(
            List.of(Samples.androidPlugin(Sdk.ANALYTICS_KOTLIN)),
            Map.of("partner", List.of(SCENARIO)),
            List.of(Samples.CHROMIUM, Samples.ANDROID_JVM, Samples.ANDROID_JVM_KOTLIN),
            new Suite(List.of()),
            List.of());

    assertThat(plan(project, Filter.EVERYTHING).cells())
        .extracting(cell -> cell.skip().orElse("runs"))
        .containsExactly(
            "'Partner' has no part for analytics-next",
            "'Partner' has no part for analytics-android",
            "runs");
  }

  @Test
  void skipsWhatOnlyPagesOrOnlyAppsCanDo() {
    Scenario onPage = Samples.scenario(List.of(new Step.Reload(Samples.AT)), SCENARIO.expect());
    Scenario inApp = Samples.scenario(List.of(new Step.Relaunch(Samples.AT)), SCENARIO.expect());
    Project project =
        new Project(
            List.of(Samples.androidPlugin(Sdk.ANALYTICS_ANDROID)),
            Map.of("partner", List.of(onPage, inApp)),
            List.of(Samples.ANDROID_JVM),
            new Suite(List.of()),
            List.of());

    assertThat(plan(project, Filter.EVERYTHING).cells())
        .extracting(cell -> cell.skip().isPresent())
        .containsExactly(true, false);
  }

  @Test
  void takesTheMostSpecificOfTheExpectationsThatDiffer() {
    Differs web = differs("web", "W");
    Differs chromium = differs("chromium", "C");
    Scenario differing =
        new Scenario(
            "partner/x",
            "x",
            Samples.AT,
            "00",
            "",
            SCENARIO.given(),
            SCENARIO.steps(),
            SCENARIO.expect(),
            List.of(chromium, web),
            Optional.empty());

    assertThat(
            plan(FakeRun.project(List.of(differing)), Filter.EVERYTHING)
                .cells()
                .get(0)
                .scenario()
                .expect())
        .containsExactly(Samples.event("C", Times.AT_LEAST_ONCE));
  }

  @Test
  void anAndroidDeviceIsSpokenOfByPlatformKindSdkOrId() {
    List<String> words = List.of("android-jvm", "analytics-android", "jvm", "android");
    for (int i = 0; i < words.size(); i++) {
      List<Differs> spoken =
          words.subList(i, words.size()).stream().map(word -> differs(word, word)).toList();
      Scenario differing =
          new Scenario(
              "partner/x",
              "x",
              Samples.AT,
              "00",
              "",
              SCENARIO.given(),
              SCENARIO.steps(),
              SCENARIO.expect(),
              spoken,
              Optional.empty());
      Project project =
          new Project(
              List.of(Samples.androidPlugin(Sdk.ANALYTICS_ANDROID)),
              Map.of("partner", List.of(differing)),
              List.of(Samples.ANDROID_JVM),
              new Suite(List.of()),
              List.of());

      assertThat(plan(project, Filter.EVERYTHING).cells().get(0).scenario().expect())
          .containsExactly(Samples.event(words.get(i), Times.AT_LEAST_ONCE));
    }
  }

  private static Differs differs(String key, String event) {
    return new Differs(
        Samples.AT, key, "because", List.of(Samples.event(event, Times.AT_LEAST_ONCE)));
  }

  private static Filter scenarios(String glob) {
    return new Filter(List.of(), List.of(), List.of(glob));
  }

  private static Plan plan(Project project, Filter filter) {
    try (FakeDevices devices = new FakeDevices(new FakeRecorder(), (step, wire) -> {})) {
      return Planner.plan(project, filter, FakeRun.facts(), List.of(devices));
    }
  }
}
