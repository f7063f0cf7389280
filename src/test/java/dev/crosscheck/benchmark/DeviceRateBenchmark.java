package dev.crosscheck.benchmark;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many cells a minute each device does when it has the machine to itself, as many at once as a
 * run has, with a plugin that sends at once. Run by name: {@code mvn test
 * -Dtest=DeviceRateBenchmark}.
 */
@ExtendWith(TestSupply.class)
class DeviceRateBenchmark {
  private static final int CELLS = Integer.getInteger("benchmark.cells", 24);

  @TempDir Path reports;

  @Test
  void measure(Supply supply) {
    int parallel = Wiring.usualParallel();
    try (WarmProject project = new WarmProject(supply, reports)) {
      for (DeviceSpec device : project.devices()) {
        project.run(device.id(), WarmProject.SEALED, parallel, parallel);
        for (String scenario : new String[] {WarmProject.OPEN, WarmProject.SEALED}) {
          report(device, scenario, project.run(device.id(), scenario, CELLS, parallel));
        }
      }
    }
  }

  private static void report(DeviceSpec device, String scenario, Matrix matrix) {
    Figures cells =
        Figures.of(
            matrix.cells().stream()
                .map(CellResult::duration)
                .map(time -> time.toMillis() / 1000.0)
                .toList());
    Duration whole = matrix.run().duration();
    System.out.printf(
        "%-14s %-8s %5.1f cells a minute; a cell: median %4.1f s, 90th percentile %4.1f s (%d"
            + " cells, %d at once)%n",
        device.id(),
        scenario.equals(WarmProject.SEALED) ? "sealed" : "unsealed",
        matrix.cells().size() * 60_000.0 / whole.toMillis(),
        cells.median(),
        cells.quantile(0.9),
        matrix.cells().size(),
        Wiring.usualParallel());
  }
}
