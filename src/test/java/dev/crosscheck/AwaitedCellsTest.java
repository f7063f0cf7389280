package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.support.SampleRun;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

final class AwaitedCellsTest {

  @Test
  void letsAPassedCellPass() {
    assertThatCode(() -> outcome(new SampleRun().passed("revenue"))).doesNotThrowAnyException();
  }

  @Test
  void failsForAFailedCellWithItsMismatch() {
    assertThatThrownBy(() -> outcome(new SampleRun().failed("revenue", SampleRun.wrongRevenue())))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage(
            """
            no matching event on chromium (expectation at scenarios/mixpanel/revenue.yaml:9:5)
              expected: properties.revenue = 25.0
              actual:   properties.revenue = "25.0" (a string)
              nearest:  exchange 3 of 5, POST api-js.mixpanel.com/track
              evidence: reports/cells/mixpanel/chromium/revenue/attempt-1/capture.har""");
    assertThatThrownBy(() -> outcome(new SampleRun().failed("revenue")))
        .isExactlyInstanceOf(AssertionError.class)
        .hasMessage("the bundle threw");
  }

  @Test
  void isAnErrorAndNoFailureForABrokenCell() {
    assertThatThrownBy(() -> outcome(new SampleRun().broken("revenue", "the browser is gone")))
        .isNotInstanceOf(AssertionError.class)
        .hasMessage("the browser is gone");
  }

  @Test
  void skipsWithItsReasonWhatIsSkippedWaivedOrUnsupported() {
    assertThatThrownBy(() -> outcome(new SampleRun().skipped("revenue", "no screen here")))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("skipped: no screen here");
    Verdict waived = new Verdict.Waived("ticket 7", List.of(), Proof.NOTHING, List.of());
    assertThatThrownBy(() -> outcome(new SampleRun().with("revenue", waived, 1)))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("waived: ticket 7");
    Verdict unsupported = new Verdict.Unsupported("alias is silent", Proof.NOTHING);
    assertThatThrownBy(() -> outcome(new SampleRun().with("revenue", unsupported, 1)))
        .isInstanceOf(TestAbortedException.class)
        .hasMessage("unsupported: alias is silent");
  }

  @Test
  void waitsForItsCell() throws Exception {
    SampleRun run = new SampleRun().passed("revenue");
    AwaitedCells cells = new AwaitedCells(run.plan(), "reports");
    CountDownLatch asked = new CountDownLatch(1);
    FutureTask<String> test =
        new FutureTask<>(
            () -> {
              asked.countDown();
              cells.await(SampleRun.id("revenue"));
              return "passed";
            });
    new Thread(test).start();
    asked.await();
    assertThat(test.isDone()).isFalse();
    cells.finished(run.results().get(0), run.matrix());
    assertThat(test.get()).isEqualTo("passed");
  }

  @Test
  void breaksEveryTestThatStillWaitsWhereTheRunBreaks() throws Exception {
    SampleRun run = new SampleRun().passed("revenue").passed("alias");
    AwaitedCells cells = new AwaitedCells(run.plan(), "reports");
    cells.finished(run.results().get(0), run.matrix(1));
    cells.fail(new IllegalStateException("no room on disk"));
    cells.await(SampleRun.id("revenue"));
    assertThatThrownBy(() -> cells.await(SampleRun.id("alias"))).hasMessage("no room on disk");
    assertThatThrownBy(cells::matrix).hasMessage("no room on disk");
  }

  @Test
  void doesNotPassACellThatTheRunNeverToldOf() throws Exception {
    SampleRun run = new SampleRun().passed("revenue");
    AwaitedCells cells = new AwaitedCells(run.plan(), "reports");
    cells.complete(run.matrix(0));
    assertThatThrownBy(() -> cells.await(SampleRun.id("revenue")))
        .hasMessage("the run ended without this cell");
    assertThat(cells.matrix().cells()).isEmpty();
  }

  private static void outcome(SampleRun run) throws Exception {
    AwaitedCells cells = new AwaitedCells(run.plan(), "reports");
    CellResult only = run.results().get(0);
    cells.finished(only, run.matrix());
    cells.await(only.cell());
  }
}
