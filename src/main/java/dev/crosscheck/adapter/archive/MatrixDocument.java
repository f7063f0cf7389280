package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.SuiteReport;
import dev.crosscheck.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code matrix.json}; null stands for what is not known or not there.
 *
 * @param findings warnings about the files that the run was made from
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record MatrixDocument(
    String schema,
    Run run,
    List<TestedPlugin> plugins,
    List<TestedDevice> devices,
    List<TestedScenario> scenarios,
    List<TestedCell> cells,
    Map<String, Integer> summary,
    SuiteReport suite,
    List<Finding> findings) {
  static final String SCHEMA = "crosscheck/matrix/1";

  public MatrixDocument {
    if (!SCHEMA.equals(schema)) {
      throw new IllegalArgumentException(
          "a matrix of the kind '" + schema + "'; this version reads '" + SCHEMA + "'");
    }
  }

  /**
   * The run.
   *
   * @param planned how many cells it was to have; there are fewer while it runs
   * @param interrupted it was stopped before its end
   */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Run(
      String id,
      Instant startedAt,
      long durationMs,
      String version,
      @Nullable String commit,
      boolean dirty,
      String mode,
      @Nullable String ci,
      int planned,
      boolean interrupted) {}

  /** A scenario; {@code spec} lists the entries of the Spec that are in its steps. */
  public record TestedScenario(
      String id, String title, String file, String sha256, List<String> spec) {}

  static MatrixDocument of(Matrix matrix) {
    return new MatrixDocument(
        SCHEMA,
        new Run(
            matrix.run().id(),
            matrix.run().startedAt(),
            matrix.run().duration().toMillis(),
            matrix.run().version(),
            orNull(matrix.run().commit()),
            matrix.run().dirty(),
            matrix.run().mode(),
            orNull(matrix.run().ci()),
            matrix.planned(),
            matrix.run().interrupted()),
        matrix.plugins().stream().map(TestedPlugin::of).toList(),
        matrix.devices().stream().map(TestedDevice::of).toList(),
        matrix.scenarios().stream().map(MatrixDocument::scenario).toList(),
        matrix.cells().stream().map(cell -> TestedCell.of(cell, matrix)).toList(),
        matrix.summary(),
        SuiteReport.of(matrix),
        matrix.findings());
  }

  private static TestedScenario scenario(Scenario scenario) {
    return new TestedScenario(
        scenario.id(),
        scenario.title(),
        scenario.at().file(),
        scenario.sha256(),
        scenario.entries());
  }

  static <T> @Nullable T orNull(Optional<T> value) {
    return value.orElse(null);
  }
}
