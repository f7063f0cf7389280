package dev.crosscheck.benchmark;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whether a real browser does as many cells a minute in a long run as in a short one. Run by name:
 * {@code mvn test -Dtest=LongRunBenchmark}; a quarter of an hour or more.
 */
@ExtendWith(TestSupply.class)
@Timeout(value = 2, unit = TimeUnit.HOURS)
class LongRunBenchmark {
  private static final String BROWSER = "chromium";
  private static final int[] CELLS =
      Stream.of(System.getProperty("benchmark.cells", "100,1000").split(","))
          .mapToInt(Integer::parseInt)
          .toArray();

  @TempDir Path reports;

  @Test
  void measure(Supply supply) {
    int parallel = Wiring.usualParallel();
    try (WarmProject project = new WarmProject(supply, reports)) {
      project.run(BROWSER, WarmProject.OPEN, parallel, parallel);
      for (int cells : CELLS) {
        Matrix matrix = project.run(BROWSER, WarmProject.OPEN, cells, parallel);
        System.out.printf(
            "%5d cells: %5.1f a minute%n",
            cells, cells * 60_000.0 / matrix.run().duration().toMillis());
      }
    }
  }
}
