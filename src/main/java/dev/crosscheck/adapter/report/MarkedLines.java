package dev.crosscheck.adapter.report;

import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.verdict.Mismatch;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The lines of a scenario's file at which a cell came to grief, and why. */
final class MarkedLines {
  private final String file;
  private final Map<Integer, List<String>> lines = new TreeMap<>();

  private MarkedLines(String file) {
    this.file = file;
  }

  /** Adds {@code marks}: each {@code line}, from 1 on, with {@code why}. */
  static void addTo(ObjectNode json, Verdict verdict, Evidence evidence) {
    MarkedLines marked = new MarkedLines(evidence.scenario().at().file());
    for (Mismatch mismatch : verdict.mismatches()) {
      mismatch.at().ifPresent(at -> marked.mark(at, mismatch.what()));
    }
    if (evidence.trouble().isPresent()) {
      marked.untaken(evidence);
    }
    ArrayNode marks = json.putArray("marks");
    marked.lines.forEach(
        (line, whys) -> marks.addObject().put("line", line).put("why", String.join("; ", whys)));
  }

  private void untaken(Evidence evidence) {
    List<Step> steps = evidence.scenario().steps();
    for (StepRecord record : evidence.steps()) {
      boolean known = record.index() >= 0 && record.index() < steps.size();
      if (known && record.acknowledged().isEmpty()) {
        SourceLocation at = steps.get(record.index()).at();
        if (!lines.containsKey(at.line())) {
          mark(at, "not acknowledged");
        }
      }
    }
  }

  private void mark(SourceLocation at, String why) {
    if (at.file().equals(file) && at.line() > 0) {
      List<String> whys = lines.computeIfAbsent(at.line(), line -> new ArrayList<>());
      if (!whys.contains(why)) {
        whys.add(why);
      }
    }
  }
}
