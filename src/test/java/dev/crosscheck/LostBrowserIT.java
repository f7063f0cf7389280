package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.support.Family;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TinyProject;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A browser and a driver that are killed while a cell waits, beside cells that go on, in one run.
 */
@Timeout(300)
class LostBrowserIT {
  /** What is killed when an event of this name comes, and how often. */
  private static final Map<String, Integer> KILLS =
      Map.of("Browser", 1, "Every Browser", Integer.MAX_VALUE, "Driver", 1);

  @TempDir static Path folder;
  private static RealRun run;

  @BeforeAll
  static void runAll() {
    TinyProject project =
        TinyProject.in(folder)
            .plugin(
                "victim",
                """
                plugin.track = (context) => {
                  const {event} = context;
                  setTimeout(() => {
                    send(event.event, event.properties)
                      .then(() => send('Answered ' + event.event, {}))
                      .catch(() => {});
                  }, 1000);
                  return context;
                };
                """)
            .neighbour()
            .scenario("victim", "browser", waitingFor("Browser"))
            .scenario("victim", "driver", waitingFor("Driver"))
            .scenario("victim", "every-browser", waitingFor("Every Browser"))
            .scenario("victim", "last", waitingFor("Nobody"));
    Map<String, AtomicInteger> killed = new ConcurrentHashMap<>();
    run =
        RealRun.of(
            project,
            1,
            (real, cell, answers, family) ->
                real.open(cell, new Deadly(answers, family, killed), Reach.LOOPBACK));
  }

  private static List<String> waitingFor(String event) {
    return List.of(
        "steps:",
        "  - track: " + event,
        "  - wait until: {partner: event, match: {event: Answered " + event + "}}",
        "expect:",
        "  - partner: event",
        "    times: 1",
        "    match: {event: " + event + "}",
        "deadline: 6s");
  }

  @Test
  void aBrowserThatIsKilledOnceCostsAnAttempt() {
    assertThat(run.verdict("victim/browser")).isInstanceOf(Verdict.Passed.class);
    assertThat(run.cell("victim/browser").attempts()).isEqualTo(2);
    assertThat(run.cell("victim/browser").isFlaky()).isTrue();
  }

  @Test
  void soDoesADriver() {
    assertThat(run.verdict("victim/driver")).isInstanceOf(Verdict.Passed.class);
    assertThat(run.cell("victim/driver").isFlaky()).isTrue();
  }

  @Test
  void aBrowserThatIsKilledAgainBreaksTheCell() {
    assertThat(run.verdict("victim/every-browser"))
        .isInstanceOf(Verdict.Broken.class)
        .extracting(Verdict::reason)
        .asString()
        .matches("the device was lost: 'wait until .*|the connection to the browser is gone: .*");
    assertThat(run.cell("victim/every-browser").attempts()).isEqualTo(2);
  }

  @Test
  void theNeighboursAreGreen() {
    for (String neighbour : List.of("neighbour/order", "victim/last")) {
      assertThat(run.verdict(neighbour)).isInstanceOf(Verdict.Passed.class);
      assertThat(run.cell(neighbour).attempts()).isEqualTo(1);
    }
  }

  @Test
  void nothingIsLeft() {
    assertThat(run.family().sawBrowsers()).isTrue();
    assertThat(run.family().left()).isEmpty();
  }

  private record Deadly(Answers usual, Family family, Map<String, AtomicInteger> killed)
      implements Answers {
    @Override
    public Answer to(HttpRequest request) {
      for (Map.Entry<String, Integer> kill : KILLS.entrySet()) {
        String event = kill.getKey();
        if (request.body().text().contains("{\"event\":\"" + event + "\"")
            && killed.computeIfAbsent(event, e -> new AtomicInteger()).getAndIncrement()
                < kill.getValue()) {
          kill(event);
          return new Answer.Never();
        }
      }
      return usual.to(request);
    }

    private void kill(String event) {
      ProcessHandle victim =
          (event.equals("Driver") ? family.driver() : family.browser()).orElseThrow();
      victim.destroyForcibly();
    }

    @Override
    public Network network(String host) {
      return usual.network(host);
    }
  }
}
