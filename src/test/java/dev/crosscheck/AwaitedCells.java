package dev.crosscheck;

import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.FailureText;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.RunListener;
import dev.crosscheck.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.opentest4j.TestAbortedException;

/** Lets a test wait for its cell of a run that goes on elsewhere. */
final class AwaitedCells implements RunListener {
  private final Map<CellId, CompletableFuture<CellResult>> cells = new LinkedHashMap<>();
  private final CompletableFuture<Matrix> whole = new CompletableFuture<>();
  private final String reports;

  AwaitedCells(Plan plan, String reports) {
    this.reports = reports;
    plan.cells().forEach(cell -> cells.put(cell.id(), new CompletableFuture<>()));
  }

  @Override
  public void planned(Plan plan) {}

  @Override
  public void finished(CellResult result, Matrix soFar) {
    cells.get(result.cell()).complete(result);
  }

  @Override
  public void ended(Matrix matrix) {}

  /** The run is over; a cell that it never told of is nobody's success. */
  void complete(Matrix matrix) {
    whole.complete(matrix);
    fail(new IllegalStateException("the run ended without this cell"));
  }

  /** The run broke: so does everything that is still awaited. */
  void fail(Throwable why) {
    cells.values().forEach(cell -> cell.completeExceptionally(why));
    whole.completeExceptionally(why);
  }

  Matrix matrix() throws Exception {
    return get(whole);
  }

  /** Returns where the cell passed, and throws what JUnit and Failsafe take for each verdict. */
  void await(CellId id) throws Exception {
    CellResult cell = get(cells.get(id));
    Verdict verdict = cell.verdict();
    if (verdict instanceof Verdict.Failed failed) {
      throw quiet(new AssertionError(words(cell, failed)));
    } else if (verdict instanceof Verdict.Broken) {
      throw quiet(new BrokenCell(verdict.reason()));
    } else if (!(verdict instanceof Verdict.Passed)) {
      throw quiet(new TestAbortedException(verdict.word() + ": " + verdict.reason()));
    }
  }

  private String words(CellResult cell, Verdict.Failed failed) {
    if (failed.mismatches().isEmpty() && cell.rows().isEmpty()) {
      return failed.reason();
    }
    return String.join(
        "\n", FailureText.blocks(cell, evidence(cell).orElse(""), Integer.MAX_VALUE));
  }

  private Optional<String> evidence(CellResult cell) {
    return cell.stored().map(stored -> reports + "/" + stored.har());
  }

  private static <T> T get(CompletableFuture<T> awaited) throws Exception {
    try {
      return awaited.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  /** The place where a verdict is thrown says nothing about the cell. */
  private static <T extends Throwable> T quiet(T thrown) {
    thrown.setStackTrace(new StackTraceElement[0]);
    return thrown;
  }

  /** Ours, or the device's: to JUnit an error, not a failure. */
  static final class BrokenCell extends Exception {
    private static final long serialVersionUID = 1L;

    BrokenCell(String reason) {
      super(reason);
    }
  }
}
