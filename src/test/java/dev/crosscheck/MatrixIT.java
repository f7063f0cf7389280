package dev.crosscheck;

import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.crosscheck.cli.Interruption;
import dev.crosscheck.cli.Logging;
import dev.crosscheck.cli.Shortfalls;
import dev.crosscheck.cli.Told;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.run.Plan;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * The matrix as JUnit tests: one for each cell, awaiting it from the one run behind them, and at
 * the end one named {@code run} for the whole, and one that judges all of it again. {@code mvn
 * verify -Pdevices}, with {@code -Dplugin=}, {@code -Ddevice=} and {@code -Dscenario=} for a part
 * of it, and {@code -Dallow-system-proxy=true} for Safari.
 */
final class MatrixIT {
  private static final Path BASE = Path.of("");
  private static final Path REPORTS = Path.of("reports");

  @TestFactory
  Stream<DynamicTest> matrix() {
    Logging.silence();
    List<String> devices = names("crosscheck.device");
    Filter filter = new Filter(names("crosscheck.plugin"), devices, names("crosscheck.scenario"));
    Told told = Told.on(System.out);
    Wiring wiring =
        new Wiring(
            BASE,
            System.getenv(),
            InstantSource.system(),
            told::announce,
            Boolean.getBoolean("crosscheck.allowSystemProxy"));
    Plan plan = wiring.plan(wiring.project(), filter);
    if (plan.cells().isEmpty()) {
      wiring.close();
      throw new IllegalStateException("no cell is planned: nothing would be judged");
    }
    AwaitedCells cells = new AwaitedCells(plan, REPORTS.toString());
    Thread run = new Thread(() -> run(wiring, plan, told, cells), "matrix");
    run.start();
    return Stream.concat(
        plan.cells().stream()
            .map(cell -> dynamicTest(cell.id().toString(), () -> cells.await(cell.id()))),
        Stream.of(
            dynamicTest("run", () -> judge(cells.matrix(), named(plan, devices))),
            dynamicTest("judged again", () -> judgeAgain(cells.matrix()))));
  }

  private static void run(Wiring wiring, Plan plan, Told told, AwaitedCells cells) {
    try {
      Matrix matrix;
      try (Interruption interruption = Interruption.watching();
          wiring) {
        interruption.ends(wiring::interrupt);
        matrix = wiring.run(plan, REPORTS, Wiring.usualParallel(), List.of(told.progress(), cells));
        told.summary(matrix, REPORTS);
      }
      cells.complete(matrix);
    } catch (Exception | Error e) {
      cells.fail(e);
    }
  }

  private static void judgeAgain(Matrix matrix) throws Exception {
    if (matrix.cells().stream().anyMatch(cell -> cell.stored().isPresent())) {
      JudgedAgain.allEqual(REPORTS);
    }
  }

  private static void judge(Matrix matrix, List<String> devices) {
    List<String> shortfalls = Shortfalls.of(matrix, devices);
    if (!shortfalls.isEmpty()) {
      throw new AssertionError(String.join("; ", shortfalls));
    }
  }

  /** Devices that were asked for outright, not by a wildcard. */
  private static List<String> named(Plan plan, List<String> devices) {
    return plan.devices().stream().map(d -> d.spec().id()).filter(devices::contains).toList();
  }

  private static List<String> names(String property) {
    return Arrays.stream(System.getProperty(property, "").split(","))
        .map(String::strip)
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
