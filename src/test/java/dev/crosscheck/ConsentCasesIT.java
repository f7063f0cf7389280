package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TinyProject;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * How {@code categoryPreferences} meet the {@code integrations} object, in the eleven cases that
 * Segment documents, as far as a plugin on a page can meet them: with Segment's own consent tools,
 * in real Chromium, as an action destination by opt-in and a classic one by opt-out. The plugin
 * takes the part of one destination of the case after the other.
 *
 * @see <a
 *     href="https://segment.com/docs/privacy/consent-management/consent-in-segment-connections/">Consent
 *     in Segment Connections</a>
 */
final class ConsentCasesIT {
  private static final String NOBODY_ASKS = "";
  private static final String NOTHING = "{}";
  private static final String ONE = "{ad: true, analytics: false}";

  /** Of the part that the plugin takes: what it is mapped to, and its own entry. */
  private static final List<Case> CASES =
      List.of(
          new Case(1, NOBODY_ASKS, "", "", true),
          new Case(2, NOTHING, "", "", true),
          new Case(2, NOTHING, "ad", "", false),
          new Case(3, NOBODY_ASKS, "", "true", true),
          new Case(3, NOBODY_ASKS, "", "false", false),
          new Case(4, NOTHING, "", "true", true),
          new Case(4, NOTHING, "", "false", false),
          new Case(4, NOTHING, "", "other", true),
          new Case(4, NOTHING, "ad", "true", false),
          new Case(4, NOTHING, "ad", "other", false),
          new Case(5, ONE, "", "", true),
          new Case(5, ONE, "", "true", true),
          new Case(5, ONE, "", "false", false),
          new Case(6, ONE, "ad", "", true),
          new Case(7, ONE, "ad", "true", true),
          new Case(7, ONE, "ad", "other", true),
          new Case(7, ONE, "analytics", "false", false),
          new Case(8, ONE, "ad", "false", false),
          new Case(8, ONE, "ad", "other", true),
          new Case(8, ONE, "analytics", "false", false),
          new Case(9, ONE, "ad, analytics", "true", false),
          new Case(9, ONE, "ad", "other", true),
          new Case(9, ONE, "analytics", "false", false),
          new Case(10, "{ad: true, analytics: true}", "ad, analytics", "true", true),
          new Case(10, "{ad: true, analytics: true}", "ad", "other", true),
          new Case(10, "{ad: true, analytics: true}", "analytics", "false", false),
          new Case(11, "{ad: false, analytics: true}", "ad, analytics", "true", false),
          new Case(11, "{ad: false, analytics: true}", "ad", "other", false),
          new Case(11, "{ad: false, analytics: true}", "analytics", "false", false));

  private static final String SEND =
      """
      window.send = event => fetch('https://api.%s.test/track',
        {method: 'POST', body: JSON.stringify({event})}).catch(() => {});
      """;

  private static final String ACTION =
      SEND.formatted("x")
          + """
          var xDestination = async settings => [{
            name: 'X Track', type: 'destination', version: '1', loaded: false,
            isLoaded() { return this.loaded; },
            async load() { this.loaded = true; },
            track(ctx) { send(ctx.event.event); return ctx; },
          }];
          """;

  private static final String CLASSIC =
      SEND.formatted("y")
          + """
          window.yDeps = [];
          window.Integration = class {
            constructor() { this.heard = {}; }
            on(event, heard) { (this.heard[event] ||= []).push(heard); return this; }
            once(event, heard) { return this.on(event, heard); }
            emit(event) { (this.heard[event] || []).forEach(heard => heard()); }
            initialize() { this.emit('initialize'); this.emit('ready'); }
            invoke(call, facade) { return this[call] && this[call](facade); }
            track(facade) { send(facade.event()); }
          };
          window.yLoader = () => { window.yIntegration = Integration; };
          """;

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static RealRun run;

  /**
   * @param said what the user has said; {@link #NOBODY_ASKS} where the page has no consent tools
   * @param needs the categories that the plugin is mapped to
   * @param integrations the plugin's own entry; {@code other} where only another has one
   */
  private record Case(int number, String said, String needs, String integrations, boolean flows) {
    String slug() {
      String words = needs + " " + integrations + " " + (flows ? "flows" : "silent");
      return number + "-" + words.replaceAll("\\W+", "-").replaceFirst("^-", "");
    }

    /** By opt-out nothing said is all agreed to, which is another case. */
    boolean isFor(String model) {
      return model.equals("opt-in") || !said.equals(NOTHING);
    }

    List<String> scenario(String plugin, String model) {
      List<String> lines = new ArrayList<>(List.of("given:"));
      if (!said.isEmpty()) {
        lines.add(
            "  consent: {model: %s, categories: %s, needs: [%s]}".formatted(model, said, needs));
      }
      lines.add("  integrations: {%s}".formatted(entries(plugin)));
      lines.addAll(List.of("steps:", "  - track: Order Completed", "expect:"));
      lines.addAll(List.of("  - partner: event", "    times: " + (flows ? 1 : 0)));
      lines.add("    match: {event: Order Completed}");
      lines.add(TinyProject.DEADLINE);
      return lines;
    }

    private String entries(String plugin) {
      return switch (integrations) {
        case "" -> "";
        case "other" -> "Other: true";
        default -> plugin + ": " + integrations + ", Other: true";
      };
    }
  }

  @BeforeAll
  static void run() {
    TinyProject project =
        TinyProject.in(folder).fetched("x", "action", ACTION).fetched("y", "classic", CLASSIC);
    CASES.forEach(it -> project.scenario("x", it.slug(), it.scenario("x", "opt-in")));
    CASES.stream()
        .filter(it -> it.isFor("opt-out"))
        .forEach(it -> project.scenario("y", it.slug(), it.scenario("y", "opt-out")));
    run = RealRun.of(project, 8);
  }

  @TestFactory
  List<DynamicTest> anActionDestinationByOptIn() {
    return tests("x", "opt-in");
  }

  @TestFactory
  List<DynamicTest> aClassicDestinationByOptOut() {
    return tests("y", "opt-out");
  }

  private static List<DynamicTest> tests(String plugin, String model) {
    return CASES.stream()
        .filter(it -> it.isFor(model))
        .map(it -> DynamicTest.dynamicTest(it.toString(), () -> isAsDocumented(plugin, it)))
        .toList();
  }

  private static void isAsDocumented(String plugin, Case documented) {
    CellResult cell = run.cell(plugin + "/" + documented.slug());

    assertThat(cell.verdict()).as(cell.verdict().reason()).isInstanceOf(Verdict.Passed.class);
    assertThat(cell.verdict().proof().kind())
        .isEqualTo(documented.flows() ? Proof.Kind.SEALED : Proof.Kind.TWIN);
  }
}
