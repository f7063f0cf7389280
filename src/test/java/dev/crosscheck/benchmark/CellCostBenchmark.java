package dev.crosscheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.support.FakeDevices;
import dev.crosscheck.support.FakeRecorder;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a cell costs by itself: planning it, deciding, decoding, storing, reading back, judging; all
 * but the calls of Device, Session, Recorder, Recording and Deployer. Run by name: {@code mvn test
 * -Dtest=CellCostBenchmark}.
 */
class CellCostBenchmark {
  private static final int WARM_UP = 100;
  private static final int MEASURED = 300;

  @TempDir Path reports;

  @Test
  void measure() {
    double[] costs =
        IntStream.range(0, WARM_UP + MEASURED)
            .mapToDouble(i -> cost())
            .skip(WARM_UP)
            .sorted()
            .toArray();

    System.out.printf(
        "own cost of a cell, ms: median %.1f, 90th percentile %.1f, most %.1f (%d cells)%n",
        costs[costs.length / 2],
        costs[costs.length * 9 / 10],
        costs[costs.length - 1],
        costs.length);
  }

  /** One sealed cell with three calls and two expectations, in milliseconds. */
  private double cost() {
    Meter meter = new Meter();
    FakeRecorder recorder = new FakeRecorder();
    try (FakeDevices devices = new FakeDevices(recorder, CellCostBenchmark::send)) {
      FileArchive archive = new FileArchive(reports);
      List<DeviceProvider> providers = List.of(meter.metered(DeviceProvider.class, devices));
      Workbench bench =
          new Workbench(
              meter.metered(Recorder.class, recorder),
              providers,
              programs -> {},
              meter.metered(Deployer.class, FakeRun.deployer()),
              archive,
              archive,
              new Settler(),
              InstantSource.system(),
              1,
              Workbench.USUAL_DEADLINE);
      CellResult result =
          new Runner(bench, List.of())
              .run(
                  Planner.plan(
                      FakeRun.project(List.of(WebTraffic.scenario())),
                      Filter.EVERYTHING,
                      FakeRun.facts(),
                      providers))
              .cells()
              .get(0);
      assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
      return (result.duration().toNanos() - meter.nanos()) / 1e6;
    }
  }

  private static void send(Step.OnDevice step, FakeDevices.Wire wire) {
    if (step instanceof Step.Track call) {
      wire.post(
          "https://api.partner.test/track",
          call.payload().deepCopy().put("event", call.event()).toString());
    } else if (step instanceof Step.Identify call && call.userId().isEmpty()) {
      wire.post("https://api.partner.test/engage", call.payload().toString());
    }
  }
}
