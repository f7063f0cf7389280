package dev.crosscheck.adapter.archive;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.evidence.Window;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The shape of {@code evidence.json}: everything but the capture, the twin and the rows that were
 * tried alone.
 *
 * @param alone how many of these there are
 */
record EvidenceFile(
    String schema,
    CellId cell,
    int attempt,
    Instant started,
    Instant ended,
    Optional<Instant> left,
    Optional<Trouble> trouble,
    DeviceFacts device,
    Plugin plugin,
    Scenario scenario,
    List<StepRecord> steps,
    List<Window> windows,
    List<Observation.Line> console,
    boolean hasTwin,
    int alone) {
  static final String SCHEMA = "crosscheck/evidence/1";

  EvidenceFile {
    if (!SCHEMA.equals(schema)) {
      throw new IllegalArgumentException(
          "evidence of the kind '" + schema + "'; this version reads '" + SCHEMA + "'");
    }
  }

  static EvidenceFile of(Evidence evidence) {
    return new EvidenceFile(
        SCHEMA,
        evidence.cell(),
        evidence.attempt(),
        evidence.started(),
        evidence.ended(),
        evidence.left(),
        evidence.trouble(),
        evidence.device(),
        evidence.plugin(),
        evidence.scenario(),
        evidence.steps(),
        evidence.windows(),
        evidence.console(),
        evidence.twin().isPresent(),
        evidence.alone().size());
  }

  Evidence with(Capture capture, Optional<Evidence> twin, List<Evidence> others) {
    return new Evidence(
        cell, attempt, scenario, plugin, device, started, ended, steps, windows, capture, console,
        left, trouble, twin, others);
  }
}
