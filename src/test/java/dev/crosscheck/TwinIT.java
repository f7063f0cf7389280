package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Message;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Filter;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.TwinLag;
import dev.crosscheck.verdict.Verdict;
import dev.crosscheck.verdict.View;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** What a twin shows of a plugin behind a shut gate, in real Chromium. */
final class TwinIT {
  private static final Path BASE = Path.of("src/test/resources/dev/crosscheck/twin");

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path reports;

  private static Matrix matrix;

  @BeforeAll
  static void run() {
    try (Wiring wiring =
        new Wiring(BASE, System.getenv(), InstantSource.system(), System.out::println)) {
      matrix = wiring.run(wiring.plan(wiring.project(), Filter.EVERYTHING), reports, 3, List.of());
    }
  }

  @Test
  void aPluginThatSpeaksOnlyWithItsGateOpenIsGreen() {
    CellResult cell = cell("obedient");

    assertThat(cell.verdict()).as(cell.verdict().reason()).isInstanceOf(Verdict.Passed.class);
    assertThat(cell.verdict().proof().kind()).isEqualTo(Proof.Kind.TWIN);
    assertThat(cell.verdict().proof().words()).contains("the twin told the partner 1 event");
  }

  @Test
  void aTwinThatIsSilentTooProvesNothing() {
    CellResult cell = cell("mute");

    assertThat(cell.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(cell.verdict().reason())
        .isEqualTo("the twin is silent too: with the gate open, no event came either");
    assertThat(cell.attempts()).isEqualTo(2);
  }

  @Test
  void aPluginThatSendsAfterTheTwinsLagButBeforeThreeTimesItIsRed() {
    CellResult cell = cell("late");

    assertThat(cell.verdict()).as(cell.verdict().reason()).isInstanceOf(Verdict.Failed.class);
    assertThat(cell.verdict().reason())
        .isEqualTo("event that must not come behind a shut gate: " + "1: exchange " + place(cell));
    Duration lag = TwinLag.longest(evidence(cell).twin().orElseThrow());
    assertThat(Duration.between(lastStep(cell), sent(cell).at()))
        .isGreaterThan(lag)
        .isLessThan(lag.multipliedBy(3));
  }

  private static CellResult cell(String plugin) {
    return matrix.cells().stream()
        .filter(cell -> cell.cell().plugin().equals(plugin))
        .findFirst()
        .orElseThrow();
  }

  private static Evidence evidence(CellResult cell) {
    return cell.stored().orElseThrow().evidence();
  }

  private static Message sent(CellResult cell) {
    Evidence evidence = evidence(cell);
    return View.of(evidence.plugin(), "web", evidence.capture(), Set.of()).messages().get(0);
  }

  private static int place(CellResult cell) {
    return sent(cell).exchange() + 1;
  }

  private static Instant lastStep(CellResult cell) {
    return evidence(cell).steps().stream()
        .filter(step -> step.kind() == StepRecord.Kind.SCENARIO)
        .flatMap(step -> step.acknowledged().stream())
        .max(Instant::compareTo)
        .orElseThrow();
  }
}
