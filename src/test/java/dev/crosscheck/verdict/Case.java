package dev.crosscheck.verdict;

import static dev.crosscheck.capture.Types.type;

import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Traffic;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.Settlement;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Patterns;
import dev.crosscheck.scenario.CallOptions;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Given;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.Waiver;
import dev.crosscheck.scenario.WebPlugin;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/**
 * A cell's evidence in the making, for tests: the plugin Acme with the types {@code event} (POST
 * /track) and {@code profile} (POST /engage), one step, and windows that are sealed unless told
 * otherwise.
 */
final class Case {
  static final String TRACK = "https://api.acme.test/track";
  static final String ENGAGE = "https://api.acme.test/engage";
  static final String SEGMENT = "https://api.segment.io/v1/t";
  static final String SPECTATOR = "https://shop.crosscheck.test/crosscheck/spectator";
  static final String FILE = "scenarios/acme/order.yaml";

  private final List<Step> steps = new ArrayList<>();
  private final List<StepRecord> records = new ArrayList<>();
  private final List<Window> windows = new ArrayList<>();
  private final List<Waiver> waivers = new ArrayList<>();
  private final List<Settlement.SentinelMark> marks = new ArrayList<>();
  private final List<Row> rows = new ArrayList<>();
  private List<Evidence> alone = List.of();
  private String carries = "{}";
  private List<MessageType> types =
      List.of(
          type("event", "json", "each").from("POST", "*", "/track").build(),
          type("profile", "json", "each").from("POST", "*", "/engage").build());
  private List<Expectation> expect = List.of();
  private List<Observation> observations = List.of();
  private List<Observation.Line> console = List.of();
  private Given given = Given.NOTHING;
  private String platform = "web";
  private String kind = "browser";
  private Optional<String> notClosed = Optional.empty();
  private Traffic traffic = new Traffic();
  private Optional<Instant> left = Optional.of(Traffic.at(5000));
  private Optional<Settlement> settlement = Optional.empty();
  private Optional<Trouble> trouble = Optional.empty();
  private Optional<Evidence> twin = Optional.empty();
  private boolean settled = true;
  private boolean ended = true;
  private Optional<Duration> silence = Optional.empty();

  static SourceLocation line(int line) {
    return new SourceLocation(FILE, line, 5);
  }

  static ObjectNode object(String json) {
    return (ObjectNode) Patterns.json(json);
  }

  static Step.Track track(String event, String properties) {
    return new Step.Track(line(3), event, object(properties), CallOptions.NONE);
  }

  Case types(MessageType... all) {
    types = List.of(all);
    return this;
  }

  /** A step that was acknowledged, one each 10 ms. */
  Case step(Step step) {
    return step(step, Optional.empty());
  }

  Case step(Step step, String messageId) {
    return step(step, Optional.of(messageId));
  }

  private Case step(Step step, Optional<String> messageId) {
    int index = steps.size();
    steps.add(step);
    Instant at = Traffic.at(10L * (index + 1));
    records.add(
        new StepRecord(
            index,
            step.describe(),
            StepRecord.Kind.SCENARIO,
            at,
            Optional.of(at),
            messageId,
            Optional.empty()));
    return this;
  }

  /** A step that was not acknowledged, and where the attempt ended. */
  Case stuck(Step step, Trouble why) {
    queued(step);
    ended = false;
    trouble = Optional.of(why);
    return this;
  }

  /** A step that the SDK put aside, to be acknowledged later. */
  Case queued(Step step) {
    step(step);
    StepRecord last = records.remove(records.size() - 1);
    records.add(
        new StepRecord(
            last.index(),
            last.what(),
            last.kind(),
            last.started(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()));
    return this;
  }

  Case trouble(Trouble why) {
    ended = false;
    trouble = Optional.of(why);
    return this;
  }

  /** Trouble once the final expectations had been looked at. */
  Case troubleAtTheEnd(Trouble why) {
    trouble = Optional.of(why);
    return this;
  }

  Case window(int from, int to, Expectation... expectations) {
    return window(from, to, true, expectations);
  }

  Case unsettledWindow(int from, int to, Expectation... expectations) {
    return window(from, to, false, expectations);
  }

  private Case window(int from, int to, boolean calm, Expectation... expectations) {
    Step.Expect step = new Step.Expect(line(7), List.of(expectations));
    step(step);
    Optional<Settlement> calmed =
        calm && step.closes()
            ? Optional.of(settlement(Optional.empty(), Optional.empty()))
            : Optional.empty();
    windows.add(new Window(steps.size() - 1, from, to, List.of(), calmed));
    return this;
  }

  /** A row with a single step, and what must come of it. */
  Case row(String name, Step step, Expectation... expectations) {
    return row(name, here -> here.step(step), expectations);
  }

  /**
   * A row whose steps and windows are these.
   *
   * @param performed adds them
   */
  Case row(String name, Consumer<Case> performed, Expectation... expectations) {
    int first = steps.size();
    performed.accept(this);
    rows.add(
        new Row(
            line(20 + rows.size()),
            name,
            Optional.of("https://docs.test/" + name),
            first,
            steps.size() - first,
            List.of(expectations),
            List.of(),
            Row.Standing.ASKED));
    return this;
  }

  /** A row that the device has nothing like. */
  Case skippedRow(String name, String why) {
    row(name, here -> {});
    rows.add(rows.remove(rows.size() - 1).skipped(why));
    return this;
  }

  /** A row of what the plugin does not do, with what must be seen of one that does not. */
  Case unsupportedRow(String name, Step step, String why, Expectation... silence) {
    row(name, step);
    rows.add(rows.remove(rows.size() - 1).unsupported(why, List.of(silence)));
    return this;
  }

  /** The same rows, each tried by itself. */
  Case alone(Evidence... evidence) {
    alone = List.of(evidence);
    return this;
  }

  /** What plugin.yaml says becomes of fields; single quotes. */
  Case carries(String json) {
    carries = json;
    return this;
  }

  Case expect(Expectation... expectations) {
    expect = List.of(expectations);
    return this;
  }

  Case traffic(Traffic what) {
    traffic = what;
    return this;
  }

  Case given(Given gates) {
    given = gates;
    return this;
  }

  /** On a device of another platform than the web, with an SDK of that one. */
  Case platform(String name) {
    platform = name;
    return this;
  }

  Case kind(String word) {
    kind = word;
    return this;
  }

  Case notClosed(String why) {
    notClosed = Optional.of(why);
    return this;
  }

  Case leftAt(long millis) {
    left = Optional.of(Traffic.at(millis));
    return this;
  }

  Case observing(Observation... what) {
    observations = List.of(what);
    return this;
  }

  Case console(Observation.Line... lines) {
    console = List.of(lines);
    return this;
  }

  Case unsettled() {
    settled = false;
    return this;
  }

  Case shortfall(String why) {
    settlement = Optional.of(settlement(left, Optional.of(why)));
    return this;
  }

  Case silentFor(long millis) {
    silence = Optional.of(Duration.ofMillis(millis));
    return this;
  }

  /** A type whose messages say its name in {@code n}, whatever else comes by the same way. */
  static MessageType named(String name, String method) {
    return type(name, "json", "each")
        .from(method, "*", "*")
        .where(Patterns.pattern("{'n': '" + name + "'}"))
        .build();
  }

  /** A sentinel was called on the type's lane and arrived in this exchange. */
  Case sentinel(String type, String id, int exchange) {
    return sentinel(type, id, Optional.of(exchange));
  }

  Case sentinel(String type, String id, Optional<Integer> exchange) {
    Instant called = Traffic.at(100);
    marks.add(new Settlement.SentinelMark(type, type, id, called, exchange));
    records.add(
        new StepRecord(
            -1,
            "track " + id,
            StepRecord.Kind.SENTINEL,
            called,
            Optional.of(called),
            Optional.empty(),
            Optional.of(id)));
    return this;
  }

  Case twin(Evidence evidence) {
    twin = Optional.of(evidence);
    return this;
  }

  Case waived(String scenario, String device) {
    return waived(scenario, Optional.empty(), device);
  }

  Case waivedRow(String scenario, String row) {
    return waived(scenario, Optional.of(row), "*");
  }

  private Case waived(String scenario, Optional<String> row, String device) {
    SourceLocation at = SourceLocation.of("plugin.yaml");
    waivers.add(new Waiver(at, scenario, row, device, "known", "2026-01"));
    return this;
  }

  Evidence evidence() {
    if (steps.isEmpty()) {
      step(track("Order Completed", "{}"));
    }
    Scenario scenario =
        new Scenario(
            "acme/order",
            "an order",
            line(1),
            "0",
            "",
            given,
            steps,
            expect,
            List.of(),
            Optional.empty(),
            rows);
    List<Window> all = new ArrayList<>(windows);
    if (ended) {
      boolean closes = scenario.atTheEnd().stream().anyMatch(Expectation::closes);
      Optional<Settlement> end =
          closes && settled
              ? settlement.or(() -> Optional.of(settlement(left, Optional.empty())))
              : Optional.empty();
      all.add(new Window(Window.FINAL, 0, traffic.capture().size(), observations, end));
    }
    return new Evidence(
        new CellId("acme", "chromium", "acme/order"),
        1,
        scenario,
        plugin(types, waivers, carries),
        new DeviceFacts(
            "chromium",
            platform,
            kind,
            "Blink",
            "Chromium 1",
            "1",
            platform.equals("web") ? "analytics-next" : "analytics-android",
            "1",
            false,
            notClosed,
            Map.of(),
            1),
        Traffic.START,
        Traffic.at(9000),
        records,
        all,
        traffic.capture(),
        console,
        left,
        trouble,
        twin,
        alone);
  }

  Verdict verdict() {
    return new Judge().judge(evidence()).verdict();
  }

  /** What came of each row. */
  List<RowVerdict> rows() {
    return new Judge().judge(evidence()).rows();
  }

  /** What came of the rows, each on a line: {@code a: failed: why}. */
  String told() {
    return rows().stream()
        .map(
            row ->
                row.row()
                    + ": "
                    + row.verdict()
                    + (row.reason().isEmpty() ? "" : ": ")
                    + row.reason())
        .collect(Collectors.joining("\n"));
  }

  private Settlement settlement(Optional<Instant> leaving, Optional<String> why) {
    Optional<Instant> end = why.isPresent() ? Optional.empty() : Optional.of(Traffic.at(6000));
    return new Settlement(marks, silence, Duration.ofMillis(500), leaving, end, why);
  }

  static Plugin plugin(List<MessageType> types, List<Waiver> waivers) {
    return plugin(types, waivers, "{}");
  }

  private static Plugin plugin(List<MessageType> types, List<Waiver> waivers, String carries) {
    Map<String, String> library = new LinkedHashMap<>();
    library.put("https://api.acme.test/lib.js", "npm:acme@1/lib.js");
    return new Plugin(
        "Acme",
        "acme",
        SourceLocation.of("scenarios/acme/plugin.yaml"),
        "scenarios/acme",
        "0",
        List.of("token"),
        object("{'token': 't'}"),
        Supports.EVERYTHING,
        object(carries),
        waivers,
        new Partner(
            List.of("*.acme.test"),
            List.of("cdn.acmecdn.test"),
            List.of(),
            types,
            Duration.ofMillis(500)),
        Optional.of(
            new WebPlugin(
                WebPlugin.Way.REGISTER,
                "web/acme.js",
                library.entrySet().stream()
                    .map(entry -> new WebPlugin.Library(entry.getKey(), entry.getValue()))
                    .toList())),
        Set.of());
  }
}
