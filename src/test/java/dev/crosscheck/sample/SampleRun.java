package dev.crosscheck.sample;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.DeviceModeEvidence;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.matrix.Suite;
import dev.crosscheck.run.Plan;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.verdict.DeviceModeSign;
import dev.crosscheck.verdict.Judgement;
import dev.crosscheck.verdict.Verdict;
import dev.crosscheck.verdict.VerdictStore;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A run of two plugins on three devices, one of them missing: every verdict, a twin, a WebSocket,
 * hostile bytes. The same every time.
 */
public final class SampleRun {
  static final Instant START = Instant.parse("2026-11-21T03:00:15.123456789Z");
  private static final List<String> SCENARIOS =
      List.of(
          "order-completed|order completed reaches Mixpanel with its revenue",
          "identify-traits|identify sets reserved and custom people properties",
          "identify-dates|dates in traits arrive as ISO 8601",
          "super-properties|super properties ride on every later event",
          "page-named|a named page is one event with its name",
          "page-off|page is silent where its settings switch it off",
          "alias|alias joins the anonymous visitor to the user",
          "group|group sets the group key and its properties",
          "reset|reset gives the next visitor a new distinct_id",
          "increments|declared events increment their people property",
          "array-union|lists in traits are united, not replaced",
          "offline|events made offline arrive once the network is back",
          "disabled|a destination switched off in Segment stays silent",
          "partner-answers-500|a failing partner is asked again, once per event",
          "navigation|events just before a navigation are not lost");

  private final Plugin mixpanel = SamplePlugin.of("Mixpanel", "mixpanel.com");
  private final Plugin acme = SamplePlugin.of("Acme", "acme.example");
  private final List<DeviceColumn> devices =
      new ArrayList<>(
          List.of(
              there("chromium", "Chromium 156.0.8078.73"),
              there("chromium-strict", "Chromium 156.0.8078.73"),
              new DeviceColumn(
                  spec("chrome-pixel-7"),
                  Optional.empty(),
                  Optional.of("no Chrome 156 here, and none could be fetched"),
                  Optional.of("apt-get install chromium"))));
  private final List<Scenario> scenarios = new ArrayList<>();
  private final List<Plan.PlannedCell> planned = new ArrayList<>();

  public SampleRun() {
    this(List.of());
  }

  private SampleRun(List<DeviceColumn> more) {
    devices.addAll(more);
    for (String line : SCENARIOS) {
      scenarios.add(scenario(mixpanel, line.split("\\|")[0], line.split("\\|")[1]));
    }
    scenarios.add(scenario(acme, "order-completed", "order completed reaches Acme"));
    scenarios.add(
        scenario(acme, "hostile", "</script><script>alert('title')</script> & \u001b[31mred"));
    scenarios.add(SampleTable.scenario(acme));
    for (Scenario scenario : scenarios) {
      Plugin plugin = scenario.id().startsWith("acme") ? acme : mixpanel;
      for (DeviceColumn device : devices) {
        planned.add(
            new Plan.PlannedCell(
                new CellId(plugin.id(), device.spec().id(), scenario.id()),
                plugin,
                scenario,
                device.spec(),
                device.reason()));
      }
    }
  }

  /** The same with two devices more whose way out is not closed, one of them missing. */
  public static SampleRun withIphones() {
    return new SampleRun(List.of(SampleIphones.there(), SampleIphones.missing()));
  }

  public Plan plan() {
    return new Plan(
        facts(Duration.ZERO),
        List.of(mixpanel, acme),
        scenarios,
        devices,
        planned,
        suite(),
        findings());
  }

  /** The matrix after these cells. */
  public Matrix matrix(List<CellResult> cells) {
    return new Matrix(
        facts(Duration.ofMillis(48_217)),
        List.of(
            new PluginRow(
                mixpanel,
                "ab12".repeat(16),
                Map.of("mixpanel-browser", "2.83.0", "@scope/helper", "1.0.1"),
                List.of(
                    sign(DeviceModeSign.Kind.TRAFFIC, "POST api.mixpanel.com/engage/"),
                    sign(DeviceModeSign.Kind.SCRIPT, "cdn.mxpnl.com/<b>lib</b>.js"))),
            new PluginRow(acme, "cd34".repeat(16), Map.of(), List.of())),
        devices,
        scenarios,
        cells,
        planned.size(),
        suite(),
        findings());
  }

  /** Every cell's result in the order of the plan, its evidence and verdict stored. */
  public <S extends EvidenceStore & VerdictStore> List<CellResult> results(S store) {
    List<CellResult> results = new ArrayList<>();
    for (int i = 0; i < planned.size(); i++) {
      Plan.PlannedCell cell = planned.get(i);
      if (cell.skip().isPresent()) {
        results.add(
            new CellResult(
                cell.id(),
                cell.scenario().title(),
                new Verdict.Skipped(cell.skip().get()),
                Duration.ZERO,
                0,
                Optional.empty()));
        continue;
      }
      Judgement judgement = judgement(cell, i);
      Verdict verdict = judgement.verdict();
      Evidence evidence = SampleEvidence.of(cell, scenarios.get(0), verdict, i);
      if (!judgement.failedRows().isEmpty()) {
        evidence = SampleTable.withAlone(evidence, cell);
      }
      Optional<Body> screenshot =
          i % 2 == 0 ? Optional.of(SampleScreenshot.png()) : Optional.empty();
      EvidenceStore.Stored stored = store.store(evidence, screenshot);
      store.store(stored, judgement);
      results.add(
          new CellResult(
              cell.id(),
              cell.scenario().title(),
              verdict,
              judgement.rows(),
              Duration.ofMillis(1200 + 137L * (i % 11)),
              evidence.attempt(),
              Optional.of(stored)));
    }
    return results;
  }

  private static Judgement judgement(Plan.PlannedCell cell, int i) {
    Verdict verdict = SampleVerdict.of(cell, i);
    return cell.scenario().rows().isEmpty()
        ? Judgement.of(verdict)
        : SampleTable.judgement(cell, verdict);
  }

  private static Scenario scenario(Plugin plugin, String slug, String title) {
    String file = "scenarios/" + plugin.id() + "/" + slug + ".yaml";
    ObjectNode properties =
        JsonNodeFactory.instance
            .objectNode()
            .put("order_id", "50314b8e")
            .put("revenue", new java.math.BigDecimal("25.00"));
    return new Scenario(
        plugin.id() + "/" + slug,
        title,
        new SourceLocation(file, 1, 1),
        "5e0f".repeat(16),
        text(slug, title),
        slug.equals("disabled")
            ? new Given(false, Optional.empty(), Optional.empty(), List.of())
            : Given.NOTHING,
        List.of(
            new Step.Identify(
                new SourceLocation(file, 3, 5),
                Optional.of("u-42"),
                JsonNodeFactory.instance.objectNode().put("email", "jane@example.com"),
                CallOptions.NONE),
            new Step.Track(
                new SourceLocation(file, 5, 5), "Order Completed", properties, CallOptions.NONE)),
        List.of(
            new Expectation.Messages(
                new SourceLocation(file, 9, 5),
                "event",
                Times.exactly(1),
                false,
                Optional.empty())),
        List.of(),
        Optional.empty());
  }

  private static String text(String slug, String title) {
    String last =
        slug.equals("hostile")
            ? "# </script><script>document.title='pwned'</script> \u202e rtl \u001b[31m red\n"
            : "";
    return """
        scenario: %s
        steps:
          - identify: u-42
            traits: {email: jane@example.com}
          - track: Order Completed
            properties: {order_id: 50314b8e, revenue: 25.00}

        expect:
          - partner: event             # once
            times: 1
        """
            .formatted(title)
        + last;
  }

  private static DeviceColumn there(String id, String name) {
    return new DeviceColumn(
        spec(id), Optional.of(SampleEvidence.facts(id, name)), Optional.empty(), Optional.empty());
  }

  private static DeviceSpec spec(String id) {
    return new BrowserSpec(
        id,
        new SourceLocation("devices.yaml", 2, 3),
        BrowserSpec.Browser.CHROME,
        !id.contains("strict"));
  }

  private static DeviceModeEvidence sign(DeviceModeSign.Kind kind, String words) {
    return DeviceModeEvidence.of(
            new DeviceModeSign(kind, words),
            new CellId("mixpanel", "chromium", "mixpanel/order-completed"))
        .and(
            DeviceModeEvidence.of(
                new DeviceModeSign(kind, words),
                new CellId("mixpanel", "firefox", "mixpanel/order-completed")));
  }

  private static RunFacts facts(Duration duration) {
    return new RunFacts(
        "20261121-030015-7f3a",
        START,
        duration,
        "0.1.0",
        Optional.of("88bcbf8d1f"),
        true,
        "hermetic",
        Optional.of("GitHub Actions 4711"),
        false);
  }

  private static Suite suite() {
    return new Suite(
        List.of(
            Map.of("browser", "chrome"), Map.of("browser", "firefox"), Map.of("ios", "simulator")));
  }

  private static List<Finding> findings() {
    return List.of(
        Finding.warning(
            "MoreThanOneSetting",
            new SourceLocation("scenarios/acme/plugin.yaml", 2, 18),
            "2 settings hold a write key, and Segment allows one",
            "keep the write-scoped one"));
  }
}
