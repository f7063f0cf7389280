package dev.crosscheck.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.archive.ReportsFolder;
import dev.crosscheck.adapter.archive.ReportsInUse;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Planner;
import dev.crosscheck.run.RunListener;
import dev.crosscheck.run.Runner;
import dev.crosscheck.run.Settler;
import dev.crosscheck.run.Workbench;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.support.FakeDevices;
import dev.crosscheck.support.FakeRecorder;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.support.Samples;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a cell of a long run costs more than one of a short run: processor time, heap that stays,
 * disk. The device is a fake; the archive and every report are real, and each cell's traffic is as
 * large as a web page's with Segment's SDK. Run by name: {@code mvn test -Dtest=RunSizeBenchmark}.
 */
class RunSizeBenchmark {
  private static final List<Integer> SIZES = List.of(10, 100, 1000);
  private static final int WARM_UP = 300;
  private static final int PARALLEL = 4;

  private static final OperatingSystemMXBean SYSTEM =
      ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

  @TempDir Path folder;

  @Test
  void measure() throws Exception {
    run("warm", WARM_UP);
    for (int cells : SIZES) {
      System.out.println(run("cells-" + cells, cells));
    }
  }

  /** What a cell of a run took. */
  private record Cost(
      int cells,
      double processorMs,
      double reportsMs,
      double heapKib,
      double diskKib,
      double pageKib) {
    @Override
    public String toString() {
      return String.format(
          "%4d cells; each: %5.1f ms of processor time, %4.1f ms on reports, %6.1f KiB of heap that"
              + " stays, %6.1f KiB on disk, of which index.html %5.1f",
          cells, processorMs, reportsMs, heapKib, diskKib, pageKib);
    }
  }

  private Cost run(String name, int cells) throws Exception {
    Path reports = folder.resolve(name);
    long heap = Memory.heap();
    long processor = SYSTEM.getProcessCpuTime();
    Ended ended = run(reports, cells);
    double spent = (SYSTEM.getProcessCpuTime() - processor) / 1e6;
    long grown = Memory.heap() - heap;
    assertThat(ended.matrix().cells())
        .hasSize(cells)
        .extracting(CellResult::verdict)
        .allSatisfy(verdict -> assertThat(verdict).isInstanceOf(Verdict.Passed.class));
    assertThat(ended.listeners()).isNotEmpty();
    return new Cost(
        cells,
        spent / cells,
        ended.reportsMs() / cells,
        grown / 1024.0 / cells,
        size(reports) / 1024.0 / cells,
        Files.size(reports.resolve("index.html")) / 1024.0 / cells);
  }

  /** What a run holds to its end; the recorder, whose fake forgets nothing, is gone. */
  private record Ended(Matrix matrix, List<RunListener> listeners, double reportsMs) {}

  private static Ended run(Path reports, int cells) throws ReportsInUse {
    FakeRecorder recorder = new FakeRecorder();
    try (ReportsFolder into = ReportsFolder.open(reports);
        FakeDevices devices = new FakeDevices(recorder, new WebTraffic())) {
      FileArchive archive = new FileArchive(reports);
      Workbench bench =
          new Workbench(
              recorder,
              List.of(devices),
              programs -> {},
              WebTraffic.deployer(),
              archive,
              archive,
              new Settler(),
              InstantSource.system(),
              PARALLEL,
              Workbench.USUAL_DEADLINE);
      Stopwatch watch = new Stopwatch();
      List<RunListener> listeners =
          Wiring.reports(into, InstantSource.system()).stream()
              .<RunListener>map(watch::timed)
              .toList();
      List<Scenario> scenarios =
          IntStream.range(0, cells)
              .mapToObj(i -> Samples.called("partner/x-" + i, WebTraffic.scenario()))
              .toList();
      Matrix matrix =
          new Runner(bench, listeners)
              .run(
                  Planner.plan(
                      FakeRun.project(scenarios),
                      Filter.EVERYTHING,
                      FakeRun.facts(),
                      List.of(devices)));
      return new Ended(matrix, listeners, watch.millis());
    }
  }

  private static long size(Path reports) throws IOException {
    try (Stream<Path> files = Files.walk(reports)) {
      long sum = 0;
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        sum += Files.size(file);
      }
      return sum;
    }
  }
}
