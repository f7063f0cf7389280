package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.support.FakeDevices.Script;
import dev.crosscheck.support.FakeDevices.Wire;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Of the cells that are under way, half work, and the others wait. */
class RunnerTurnsTest {
  private static final int AT_WORK = FakeRun.PARALLEL / 2;
  private static final Times SOME = new Times(1, OptionalInt.empty());

  @Test
  void letsOthersWorkWhileACellOnlyWaits() {
    List<Wire> waiting = Collections.synchronizedList(new ArrayList<>());

    Matrix matrix =
        run(
            FakeRun.PARALLEL,
            (step, wire) -> {
              waiting.add(wire);
              if (waiting.size() == FakeRun.PARALLEL) {
                waiting.forEach(
                    each -> each.post("https://api.partner.test/track", "{\"event\":\"A\"}"));
              }
            });

    assertThat(matrix.cells())
        .extracting(CellResult::verdict)
        .hasSize(FakeRun.PARALLEL)
        .allMatch(verdict -> verdict instanceof Verdict.Passed);
  }

  @Test
  void letsNoMoreWorkAtOnceThanWasAskedFor() {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    CountDownLatch oneMore = new CountDownLatch(AT_WORK + 1);
    CyclicBarrier together = new CyclicBarrier(AT_WORK);

    run(
        2 * AT_WORK,
        (step, wire) -> {
          most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
          oneMore.countDown();
          awaitAll(together);
          if (oneMore.getCount() > 0) {
            awaitAShortWhile(oneMore);
          }
          atWork.decrementAndGet();
          wire.post("https://api.partner.test/track", "{\"event\":\"A\"}");
        });

    assertThat(most).hasValue(AT_WORK);
  }

  private static void awaitAll(CyclicBarrier barrier) throws StepNotTaken {
    try {
      barrier.await(5, TimeUnit.SECONDS);
    } catch (Exception e) {
      throw new StepNotTaken("fewer worked at once");
    }
  }

  private static void awaitAShortWhile(CountDownLatch latch) throws StepNotTaken {
    try {
      latch.await(100, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new StepNotTaken("interrupted");
    }
  }

  private static Matrix run(int cells, Script script) {
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < cells; i++) {
      scenarios.add(
          Samples.called(
              "partner/" + i,
              Samples.scenario(List.of(Samples.track("A")), List.of(Samples.event("A", SOME)))));
    }
    return FakeRun.matrix(script, new Settler(), scenarios, List.of());
  }
}
