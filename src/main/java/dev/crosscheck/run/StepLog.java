package dev.crosscheck.run;

import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.evidence.StepRecord.Kind;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes down what was performed, and when the SDK took it. */
final class StepLog {
  private final InstantSource clock;
  private final Instant opened;
  private final List<StepRecord> records = new ArrayList<>();

  /** For each step that a session performed, by the session's own number, its record. */
  private final List<Integer> performed = new ArrayList<>();

  StepLog(InstantSource clock) {
    this.clock = clock;
    this.opened = clock.instant();
  }

  /** Returns the record's place, to be passed on when it is done. */
  int begin(int index, String what, Kind kind, Optional<String> sentinel) {
    records.add(
        new StepRecord(
            index, what, kind, clock.instant(), Optional.empty(), Optional.empty(), sentinel));
    return records.size() - 1;
  }

  /** A step that nobody acknowledges has been done. */
  void done(int record) {
    replace(record, Optional.of(clock.instant()), Optional.empty());
  }

  void performed(int record, Acknowledgement taken) {
    while (performed.size() <= taken.number()) {
      performed.add(record);
    }
    if (!taken.queued()) {
      replace(record, Optional.of(taken.at()), taken.messageId());
    }
  }

  /** The SDK has taken steps that it had queued. */
  void acknowledged(List<Acknowledgement> late) {
    for (Acknowledgement taken : late) {
      replace(performed.get(taken.number()), Optional.of(taken.at()), taken.messageId());
    }
  }

  List<StepRecord> records() {
    return List.copyOf(records);
  }

  Set<String> sentinels() {
    return records.stream().flatMap(r -> r.sentinel().stream()).collect(Collectors.toSet());
  }

  /**
   * When the last step was acknowledged, or made where the SDK holds it or is not there; when the
   * log was opened if none was.
   */
  Instant lastTaken() {
    Stream<Instant> made = performed.stream().map(record -> records.get(record).started());
    Stream<Instant> acknowledged = records.stream().flatMap(r -> r.acknowledged().stream());
    return Stream.concat(made, acknowledged).max(Instant::compareTo).orElse(opened);
  }

  private void replace(int place, Optional<Instant> acknowledged, Optional<String> messageId) {
    StepRecord old = records.get(place);
    records.set(
        place,
        new StepRecord(
            old.index(),
            old.what(),
            old.kind(),
            old.started(),
            acknowledged,
            messageId,
            old.sentinel()));
  }
}
