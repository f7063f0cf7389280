package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.support.SampleRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ShortfallsTest {

  @Test
  void areNoneWhereEverythingThatCouldBeJudgedWas() {
    SampleRun run =
        new SampleRun().passed("revenue").failed("alias").skipped("screen", "no screen");
    assertThat(Shortfalls.of(run.matrix(), List.of("chromium"))).isEmpty();
  }

  @Test
  void tellThatEverythingWasSkipped() {
    SampleRun run = new SampleRun().skipped("screen", "no screen");
    assertThat(Shortfalls.of(run.matrix(), List.of())).containsExactly("nothing was judged");
  }

  @Test
  void tellOfDevicesThatMustBeThereAndAreNot() {
    SampleRun run = new SampleRun().without("firefox", "no Firefox", "install it").passed("alias");
    assertThat(Shortfalls.of(run.matrix(), List.of("firefox", "webkit")))
        .containsExactly(
            "device 'firefox' is not available: no Firefox",
            "device 'webkit' was not part of this run");
    assertThat(Shortfalls.of(run.matrix(), List.of())).isEmpty();
  }

  @Test
  void tellThatARunEndedBeforeItsEnd() {
    SampleRun run = new SampleRun().passed("alias").plans("group");
    assertThat(Shortfalls.of(run.matrix(), List.of())).containsExactly("1 cell did not finish");
    assertThat(Shortfalls.of(new SampleRun().passed("alias").interrupted().matrix(), List.of()))
        .containsExactly("the run was interrupted");
  }
}
