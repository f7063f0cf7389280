package dev.crosscheck.adapter.allure;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import io.qameta.allure.FileSystemResultsWriter;
import java.nio.charset.StandardCharsets;

/** {@code allure-results/}: a result for each cell, with its evidence attached. */
public final class AllureResults implements RunListener {
  private static final String FOLDER = "allure-results";
  private final Reports reports;

  public AllureResults(Reports reports) {
    this.reports = reports;
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {
    FileSystemResultsWriter writer = new FileSystemResultsWriter(reports.path().resolve(FOLDER));
    writer.write(new AllureCell(result, soFar, new Attachments(reports, writer)).result());
  }

  @Override
  public void ended(Matrix matrix) {
    StringBuilder environment = new StringBuilder();
    property(environment, "Crosscheck", matrix.run().version());
    matrix.run().commit().ifPresent(commit -> property(environment, "commit", commit));
    for (DeviceColumn device : matrix.devices()) {
      String what =
          device
              .facts()
              .map(facts -> facts.name() + ", " + facts.sdk() + " " + facts.sdkVersion())
              .orElseGet(() -> "not available: " + device.reason().orElse("not started"));
      property(environment, device.spec().id(), what);
    }
    reports.write(
        FOLDER + "/environment.properties",
        environment.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static void property(StringBuilder out, String name, String value) {
    out.append(name.replaceAll("[\\s:=\\\\]", "_")).append('=');
    out.append(value.replace("\\", "\\\\").replaceAll("\\R", " ")).append('\n');
  }
}
