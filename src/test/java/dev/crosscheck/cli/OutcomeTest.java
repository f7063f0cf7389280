package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class OutcomeTest {

  @Test
  void isGreenWhereEveryJudgedCellPassed() {
    SampleRun run = new SampleRun().passed("revenue").skipped("screen", "no screen");
    assertThat(Outcome.of(run.matrix(), List.of("chromium"))).isEqualTo(new Outcome(0, List.of()));
  }

  @Test
  void isRedWhereACellFailedWhateverElseHappened() {
    SampleRun run =
        new SampleRun()
            .without("firefox", "no Firefox", "install it")
            .passed("alias")
            .failed("revenue")
            .broken("group", "lost");
    assertThat(Outcome.of(run.matrix(), List.of("firefox")).code()).isEqualTo(1);
  }

  @Test
  void isNotJudgedWhereACellIsBroken() {
    SampleRun run = new SampleRun().passed("alias").broken("group", "lost");
    assertThat(Outcome.of(run.matrix(), List.of())).isEqualTo(new Outcome(3, List.of()));
  }

  @Test
  void isNotJudgedWhereEverythingWasSkipped() {
    SampleRun run = new SampleRun().skipped("screen", "no screen");
    assertThat(Outcome.of(run.matrix(), List.of()))
        .isEqualTo(new Outcome(3, List.of("nothing was judged")));
  }

  @Test
  void isNotJudgedWhereADeviceThatMustBeThereIsNot() {
    SampleRun run = new SampleRun().without("firefox", "no Firefox", "install it").passed("alias");
    assertThat(Outcome.of(run.matrix(), List.of("firefox", "webkit")))
        .isEqualTo(
            new Outcome(
                3,
                List.of(
                    "device 'firefox' is not available: no Firefox",
                    "device 'webkit' was not part of this run")));
    assertThat(Outcome.of(run.matrix(), List.of()).code()).isZero();
  }

  @Test
  void isNotJudgedWhereItEndedBeforeItsEnd() {
    SampleRun run = new SampleRun().passed("alias").plans("group");
    assertThat(Outcome.of(run.matrix(), List.of()))
        .isEqualTo(new Outcome(3, List.of("1 cell did not finish")));
    assertThat(Outcome.of(new SampleRun().passed("alias").interrupted().matrix(), List.of()))
        .isEqualTo(new Outcome(3, List.of("the run was interrupted")));
  }
}
