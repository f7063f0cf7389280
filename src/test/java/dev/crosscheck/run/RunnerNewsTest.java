package dev.crosscheck.run;

import static dev.crosscheck.support.Samples.event;
import static dev.crosscheck.support.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.support.FakeDevices.Script;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class RunnerNewsTest {
  private static final Scenario ANY =
      Samples.scenario(List.of(track("A")), List.of(event("A", Times.AT_LEAST_ONCE)));

  @Test
  void tellsOfACellsStartBeforeItsEndAndAllOnOneThread() {
    Heard heard = new Heard();
    FakeRun.matrix(
        (step, wire) -> wire.post("https://api.partner.test/track", "{\"event\":\"A\"}"),
        new Settler(),
        List.of(ANY),
        List.of(heard));
    assertThat(heard.news).containsExactly("planned", "started", "finished", "ended");
    assertThat(heard.threads).containsOnly(Thread.currentThread());
  }

  @Test
  void breaksACellWhoseThreadDiesAndGoesOn() {
    Script fatal =
        (step, wire) -> {
          throw new StackOverflowError("too deep");
        };
    Matrix matrix = FakeRun.matrix(fatal, new Settler(), List.of(ANY), List.of());
    assertThat(matrix.cells().get(0).verdict())
        .isEqualTo(new Verdict.Broken("too deep", List.of()));
  }

  private static final class Heard implements RunListener {
    private final List<String> news = new ArrayList<>();
    private final List<Thread> threads = new ArrayList<>();

    private void hear(String what) {
      news.add(what);
      threads.add(Thread.currentThread());
    }

    @Override
    public void planned(Plan plan) {
      hear("planned");
    }

    @Override
    public void started(CellId cell) {
      hear("started");
    }

    @Override
    public void finished(CellResult result, Matrix soFar) {
      hear("finished");
    }

    @Override
    public void ended(Matrix matrix) {
      hear("ended");
    }
  }
}
