package dev.crosscheck.adapter.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.crosscheck.evidence.EvidenceStore.Stored;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.RowVerdict;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A cell in {@code matrix.json}.
 *
 * @param plugin the plugin's name
 * @param scenario the scenario's id
 * @param device the device's id
 * @param proof null where nothing was judged
 * @param reason null for a cell that passed
 * @param rows the rows of a table of rows
 * @param evidence null where no attempt was made
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
public record TestedCell(
    String plugin,
    String scenario,
    String device,
    String verdict,
    @Nullable Proof proof,
    long durationMs,
    int attempts,
    boolean flaky,
    @Nullable String reason,
    List<Mismatch> mismatches,
    List<Finding> findings,
    List<RowVerdict> rows,
    @Nullable Files evidence) {

  /** Where its evidence is, relative to the reports folder. */
  @JsonInclude(JsonInclude.Include.ALWAYS)
  public record Files(String har, @Nullable String screenshot, String log) {
    static Files of(Stored stored) {
      return new Files(
          stored.har(),
          stored.screenshot() ? stored.folder() + "/screenshot.png" : null,
          stored.log());
    }
  }

  static TestedCell of(CellResult cell, Matrix matrix) {
    Proof proof = cell.verdict().proof();
    String reason = cell.verdict().reason();
    return new TestedCell(
        name(cell.cell().plugin(), matrix),
        cell.cell().scenario(),
        cell.cell().device(),
        cell.verdict().word(),
        proof.equals(Proof.NOTHING) ? null : proof,
        cell.duration().toMillis(),
        cell.attempts(),
        cell.isFlaky(),
        reason.isEmpty() ? null : reason,
        cell.verdict().mismatches(),
        cell.verdict().findings(),
        cell.rows(),
        cell.stored().map(Files::of).orElse(null));
  }

  private static String name(String id, Matrix matrix) {
    return matrix.plugins().stream()
        .map(PluginRow::plugin)
        .filter(plugin -> plugin.id().equals(id))
        .map(Plugin::name)
        .findFirst()
        .orElse(id);
  }
}
