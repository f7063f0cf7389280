package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.support.RealRun;
import dev.crosscheck.support.TinyProject;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Partners that answer nothing well, beside one that does, in one run: what came is seen, but that
 * no more comes cannot be known (truth 3b).
 */
@Timeout(300)
class BadPartnerIT {
  private static final List<String> SOME_ORDER =
      List.of(
          "steps:",
          "  - track: Order Completed",
          "expect:",
          "  - partner: event",
          "    match: {event: Order Completed}",
          TinyProject.DEADLINE);

  @TempDir static Path folder;
  private static RealRun run;

  @BeforeAll
  static void runAll() {
    TinyProject project =
        TinyProject.in(folder)
            .plugin("failing", "", "  answers: [{request: POST /track, status: 500}]")
            .plugin("resetting", "")
            .plugin("mute", "")
            .neighbour();
    for (String plugin : List.of("failing", "resetting", "mute")) {
      project.scenario(plugin, "one", TinyProject.ONE_ORDER);
      project.scenario(plugin, "some", SOME_ORDER);
    }
    run =
        RealRun.of(
            project,
            7,
            (real, cell, answers, family) -> real.open(cell, new Rude(answers), Reach.LOOPBACK));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "failing   | answered with 500",
        "resetting | connection reset on request",
        "mute      | never answered"
      })
  void thatNoMoreComesCannotBeShown(String plugin, String why) {
    assertThat(run.verdict(plugin + "/one"))
        .isInstanceOf(Verdict.Broken.class)
        .extracting(Verdict::reason)
        .asString()
        .startsWith("absence could not be shown: the sentinel on lane 'event' came, but exchange ")
        .contains(", POST api." + plugin + ".test/track: " + why);
    assertThat(run.cell(plugin + "/one").attempts()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(strings = {"failing", "resetting", "mute"})
  void whatCameIsSeen(String plugin) {
    assertThat(run.verdict(plugin + "/some")).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void theNeighbourIsGreen() {
    assertThat(run.verdict("neighbour/order")).isInstanceOf(Verdict.Passed.class);
  }

  @Test
  void nothingIsLeft() {
    assertThat(run.family().sawBrowsers()).isTrue();
    assertThat(run.family().left()).isEmpty();
  }

  /** What no plugin.yaml can say of a partner. */
  private record Rude(Answers usual) implements Answers {
    @Override
    public Answer to(HttpRequest request) {
      return switch (request.host()) {
        case "api.resetting.test" -> new Answer.Reset();
        case "api.mute.test" -> new Answer.Never();
        default -> usual.to(request);
      };
    }

    @Override
    public Network network(String host) {
      return usual.network(host);
    }
  }
}
