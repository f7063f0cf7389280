package dev.crosscheck.adapter.allure;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Reports;
import dev.crosscheck.run.RunListener;
import io.qameta.allure.AllureResultsWriteException;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.model.TestResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;

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
    Attachments attachments = new Attachments(reports, FOLDER);
    TestResult told = new AllureCell(result, soFar, attachments, reports.typed()).result();
    Path folder = reports.path().resolve(FOLDER);
    try {
      new FileSystemResultsWriter(folder).write(told);
    } catch (AllureResultsWriteException e) {
      throw new UncheckedIOException("cannot write to '" + folder + "': " + reason(e), because(e));
    }
  }

  private static IOException because(AllureResultsWriteException e) {
    return e.getCause() instanceof IOException cause ? cause : new IOException(e);
  }

  /** The system's own words, such as {@code No space left on device}. */
  private static String reason(AllureResultsWriteException e) {
    IOException cause = because(e);
    return cause instanceof FileSystemException file && file.getReason() != null
        ? file.getReason()
        : String.valueOf(cause.getMessage());
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
