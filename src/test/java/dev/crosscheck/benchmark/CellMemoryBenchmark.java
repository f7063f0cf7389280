package dev.crosscheck.benchmark;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The memory that one more open cell takes: in the browser, and in Crosscheck, which holds what it
 * has recorded. Linux alone. Run by name: {@code mvn test -Dtest=CellMemoryBenchmark}.
 */
@ExtendWith(TestSupply.class)
class CellMemoryBenchmark {
  private static final int MORE = 8;
  private static final Duration READY = Duration.ofMinutes(1);
  private static final double MIB = 1024 * 1024;

  @TempDir Path reports;

  @Test
  void measure(Supply supply) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/smaps_rollup")), "memory is counted as Linux does");
    try (WarmProject project = new WarmProject(supply, reports)) {
      for (DeviceSpec spec : project.devices()) {
        measure(project, spec);
      }
    }
  }

  private static void measure(WarmProject project, DeviceSpec spec) throws Exception {
    long before = Memory.children();
    Device device = project.device(spec);
    int more = Math.min(MORE, device.facts().slots() - 1);
    Deque<Visit> visits = new ArrayDeque<>();
    try {
      visits.push(visit(project, device));
      long browser = Memory.children();
      long heap = Memory.heap();
      for (int i = 0; i < more; i++) {
        visits.push(visit(project, device));
      }
      System.out.printf(
          "%-14s with one cell open %4.0f MiB; each of %d more: browser %5.1f MiB, Crosscheck %4.2f"
              + " MiB of heap%n",
          spec.id(),
          (browser - before) / MIB,
          more,
          (Memory.children() - browser) / MIB / Math.max(1, more),
          (Memory.heap() - heap) / MIB / Math.max(1, more));
    } finally {
      visits.forEach(Visit::close);
    }
  }

  private static Visit visit(WarmProject project, Device device) throws Exception {
    Visit visit = Visit.open(project.recorder(), device, project.page());
    visit.session().ready(Visit.in(READY));
    return visit;
  }
}
