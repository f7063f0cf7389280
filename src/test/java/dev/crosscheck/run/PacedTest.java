package dev.crosscheck.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.sample.SampleRun;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PacedTest {
  @TempDir Path reports;
  private Instant now = Instant.EPOCH;
  private Duration cost = Duration.ZERO;
  private final List<String> heard = new ArrayList<>();

  @Test
  void tellsEveryCellWhereThatCostsNothing() {
    run(Duration.ofSeconds(1));
    assertThat(heard).hasSize(1 + 54 + 1);
  }

  @Test
  void tellsFewerCellsTheLongerTheListenerTakesButAlwaysTheEnd() {
    cost = Duration.ofSeconds(1);
    run(Duration.ofSeconds(2));

    // The first, and then one in about each 11 s of the 113 that it takes.
    assertThat(heard).hasSize(1 + 11 + 1);
    assertThat(heard).last().isEqualTo("ended with 54");
  }

  private void run(Duration cell) {
    SampleRun sample = new SampleRun();
    List<CellResult> results = sample.results(new FileArchive(reports));
    Paced paced = new Paced(new Writer(), () -> now);
    paced.planned(sample.plan());
    for (int i = 0; i < results.size(); i++) {
      now = now.plus(cell);
      paced.finished(results.get(i), sample.matrix(results.subList(0, i + 1)));
    }
    paced.ended(sample.matrix(results));
  }

  private final class Writer implements RunListener {
    @Override
    public void planned(Plan plan) {
      heard.add("planned");
    }

    @Override
    public void finished(CellResult result, Matrix soFar) {
      heard.add(result.cell().toString());
      now = now.plus(cost);
    }

    @Override
    public void ended(Matrix matrix) {
      heard.add("ended with " + matrix.cells().size());
    }
  }
}
