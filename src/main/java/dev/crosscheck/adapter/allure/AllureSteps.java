package dev.crosscheck.adapter.allure;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.verdict.MismatchText;
import dev.crosscheck.verdict.RowVerdict;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.StepResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** The steps of a cell as they were performed, those of a row within a step for the row. */
final class AllureSteps {
  private final CellResult cell;
  private final Evidence evidence;

  AllureSteps(CellResult cell, Evidence evidence) {
    this.cell = cell;
    this.evidence = evidence;
  }

  List<StepResult> all() {
    List<Row> rows = evidence.scenario().rows();
    List<StepResult> all = new ArrayList<>();
    for (StepRecord step : evidence.steps()) {
      if (step.index() >= 0 && rows.stream().noneMatch(row -> row.has(step.index()))) {
        all.add(step(step));
      }
    }
    rows.forEach(row -> verdict(row).ifPresent(verdict -> all.add(row(row, verdict))));
    evidence.steps().stream().filter(step -> step.index() < 0).map(this::step).forEach(all::add);
    return all;
  }

  private Optional<RowVerdict> verdict(Row row) {
    return cell.rows().stream().filter(verdict -> verdict.row().equals(row.name())).findFirst();
  }

  private StepResult row(Row row, RowVerdict verdict) {
    List<StepRecord> own = evidence.steps().stream().filter(s -> row.has(s.index())).toList();
    Instant start = own.stream().findFirst().map(StepRecord::started).orElse(evidence.started());
    Instant stop = own.stream().map(this::end).max(Instant::compareTo).orElse(start);
    Status status = AllureCell.status(verdict.verdict());
    String word = status == Status.SKIPPED ? verdict.verdict() + ": " : "";
    String trace =
        verdict.mismatches().stream()
            .map(mismatch -> MismatchText.of(mismatch, cell.cell().device(), ""))
            .collect(Collectors.joining("\n\n"));
    return new StepResult()
        .setName(Inert.line(row.name()))
        .setStatus(status)
        .setStatusDetails(
            new StatusDetails().setMessage(Inert.text(word + verdict.reason())).setTrace(trace))
        .setStage(Stage.FINISHED)
        .setSteps(own.stream().map(this::step).toList())
        .setStart(start.toEpochMilli())
        .setStop(stop.toEpochMilli());
  }

  private StepResult step(StepRecord step) {
    return new StepResult()
        .setName(Inert.line(step.what()))
        .setStatus(step.acknowledged().isPresent() ? Status.PASSED : Status.BROKEN)
        .setStage(Stage.FINISHED)
        .setStart(step.started().toEpochMilli())
        .setStop(end(step).toEpochMilli());
  }

  private Instant end(StepRecord step) {
    return step.acknowledged().orElse(evidence.ended());
  }
}
