package dev.crosscheck.adapter.report;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.sample.MemoryReports;
import dev.crosscheck.sample.SampleRun;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CoverageReportTest {
  @TempDir Path folder;

  @Test
  void readsAsItDidWhenItWasLookedAt() {
    SampleRun run = new SampleRun();
    MemoryReports reports = new MemoryReports(folder);

    new CoverageReport(reports).ended(run.matrix(run.results(new FileArchive(folder))));

    Golden.check("coverage.md", reports.text("coverage.md"));
  }
}
