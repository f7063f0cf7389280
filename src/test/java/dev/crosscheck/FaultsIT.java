package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TinyProject;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults as a page in a browser sees them, from a step until the next takes them away. */
@Timeout(300)
class FaultsIT {
  private static final String HOST = "api.x.test";

  /** Tells on the console what came of each event. */
  private static final String TELLING =
      """
      plugin.track = (context) => {
        const {event, properties} = context.event;
        const tell = (what) => console.info(event + ': ' + what);
        fetch('https://api.x.test/track', {method: 'POST', body: JSON.stringify({event, properties})})
          .then((r) => r.json().then(() => tell(r.status), (e) => tell(r.status + ', then ' + e.name)))
          .catch((e) => tell(e.name));
        return context;
      };
      """;

  private static final Map<String, String> NETWORKS =
      Map.of(
          "offline", "offline",
          "refused", "refused",
          "no-such-host", "no such host",
          "tls-failure", "tls failure");

  @TempDir static Path folder;
  private static RealRun run;

  @BeforeAll
  static void runAll() {
    TinyProject project = TinyProject.in(folder).plugin("x", TELLING);
    NETWORKS.forEach(
        (slug, network) ->
            project.scenario(
                "x",
                slug,
                struck(
                    "network: {is: " + network + ", to: api.x.test}",
                    "TypeError",
                    "network: {is: online, to: api.x.test}",
                    0)));
    spoilt(project, "status", "{with: 503, to: api.x.test}", "503");
    spoilt(project, "reset", "reset", "TypeError");
    spoilt(project, "reset-in-body", "reset in body", "200, then TypeError");
    spoilt(project, "truncated", "{truncated: 1}", "200, then TypeError");
    spoilt(project, "garbage", "{with: garbage, seed: 7}", "200, then SyntaxError");
    project.scenario(
        "x",
        "left",
        List.of(
            "steps:",
            "  - track: A",
            "  - wait until: {partner: event}",
            "  - network: {is: no such host, to: \"*.x.test\"}",
            "expect:",
            "  - partner: event",
            "    times: 1",
            TinyProject.DEADLINE));
    run = RealRun.of(project, 4);
  }

  private static void spoilt(TinyProject project, String slug, String answers, String seen) {
    project.scenario(
        "x", slug, struck("partner answers: " + answers, seen, "partner answers: default", 1));
  }

  /** A is struck by the fault, B is not any more. */
  private static List<String> struck(String fault, String seen, String over, int times) {
    return List.of(
        "steps:",
        "  - " + fault,
        "  - track: A",
        "  - expect:",
        "      - console: \"${regex ^A: " + seen + "$}\"",
        "  - " + over,
        "  - track: B",
        "expect:",
        "  - console: \"${regex ^B: 200$}\"",
        "  - partner: event",
        "    times: " + times,
        "    match: {event: A}",
        "  - partner: event",
        "    times: 1",
        "    match: {event: B}",
        "  - segment: track",
        "    times: 1",
        "    match: {event: A}",
        TinyProject.DEADLINE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "offline      | refused: the network is offline",
        "refused      | refused: nobody listens at the host",
        "no-such-host | no such host: its name is not found",
        "tls-failure  | TLS failure: the host broke the handshake off"
      })
  void aHostThatIsNotReachedIsAFailedFetchAndAnAttemptToConnect(String slug, String trouble) {
    assertThat(run.verdict("x/" + slug)).isInstanceOf(Verdict.Passed.class);
    assertThat(evidence(slug).capture().attempts())
        .filteredOn(attempt -> attempt.host().equals(HOST))
        .isNotEmpty()
        .extracting(ConnectionAttempt::trouble)
        .containsOnly(trouble);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "status        | 503 |",
        "reset         |     | connection reset on request",
        "reset-in-body | 200 | connection reset after 1 of 2 bytes",
        "truncated     | 200 | truncated after 1 of 2 bytes",
        "garbage       | 200 |"
      })
  void aSpoiltAnswerIsSeenAndRecordedForWhatItIs(String slug, String status, String trouble) {
    assertThat(run.verdict("x/" + slug)).isInstanceOf(Verdict.Passed.class);
    Exchange first =
        evidence(slug).capture().exchanges().stream()
            .filter(exchange -> exchange.request().host().equals(HOST))
            .findFirst()
            .orElseThrow();
    assertThat(first.answer().map(answer -> String.valueOf(answer.status())).orElse(null))
        .isEqualTo(status);
    assertThat(first.trouble().orElse(null)).isEqualTo(trouble);
    assertThat(first.answer().map(answer -> answer.body().size()).orElse(64L))
        .isEqualTo(slug.equals("garbage") || slug.equals("reset") ? 64 : trouble == null ? 2 : 1);
  }

  @Test
  void whatAScenarioLeavesBehindIsRestoredAndTold() {
    assertThat(run.verdict("x/left")).isInstanceOf(Verdict.Passed.class);
    assertThat(steps("left")).contains("network and answers restored");
    assertThat(steps("refused")).doesNotContain("network and answers restored");
    assertThat(steps("garbage")).startsWith("partner answers: garbage, 64 bytes, seed 7");
  }

  @Test
  void isJudgedAgainTheSame() throws Exception {
    JudgedAgain.allEqual(folder.resolve("reports"));
  }

  private static List<String> steps(String slug) {
    return evidence(slug).steps().stream().map(StepRecord::what).collect(Collectors.toList());
  }

  private static Evidence evidence(String slug) {
    return run.cell("x/" + slug).stored().orElseThrow().evidence();
  }
}
