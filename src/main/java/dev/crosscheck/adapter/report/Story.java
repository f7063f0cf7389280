package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.device.Observation;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore.Stored;
import dev.crosscheck.evidence.StepRecord;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.run.Reports;
import dev.crosscheck.scenario.Parties;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** All that the page tells of one cell: what was expected, done, sent and seen. */
final class Story {
  private static final int MOST_EXCHANGES = 400;
  private static final int MOST_LINES = 300;
  private static final int LARGEST_INLINE_PICTURE = 300_000;

  private final Reports reports;

  Story(Reports reports) {
    this.reports = reports;
  }

  ObjectNode of(CellResult cell, Stored stored) {
    Evidence evidence = stored.evidence();
    ObjectNode json = attempt(evidence);
    json.put("folder", stored.folder());
    ArrayNode mismatches = json.putArray("mismatches");
    cell.ownMismatches()
        .forEach(mismatch -> mismatches.add(ToldMismatch.of(mismatch, evidence.scenario())));
    ToldRows.addTo(json, cell, evidence);
    MarkedLines.addTo(json, cell.verdict(), evidence);
    ToldProof.addTo(json, evidence);
    ArrayNode findings = json.putArray("findings");
    cell.verdict().findings().forEach(f -> findings.add(Inert.text(f.toString())));
    if (stored.screenshot()) {
      json.put("screenshot", picture(cell, stored.folder() + "/screenshot.png"));
    }
    evidence.twin().ifPresent(twin -> json.set("twin", attempt(twin)));
    return json;
  }

  /** A small picture of a cell that is not green is in the page; all others are beside it. */
  private String picture(CellResult cell, String file) {
    boolean red = !cell.verdict().mismatches().isEmpty() || cell.verdict().word().equals("broken");
    return reports
        .read(file)
        .filter(png -> red && png.length <= LARGEST_INLINE_PICTURE)
        .map(png -> "data:image/png;base64," + Base64.getEncoder().encodeToString(png))
        .orElse(file);
  }

  private static ObjectNode attempt(Evidence evidence) {
    ObjectNode json = PageJson.object();
    Instant start = evidence.started();
    json.put("started", start.toString());
    json.put("lasted", millis(start, evidence.ended()));
    evidence.left().ifPresent(left -> json.put("left", millis(start, left)));
    evidence.trouble().ifPresent(t -> json.put("trouble", Inert.text(t.message())));
    ArrayNode steps = json.putArray("steps");
    evidence.steps().forEach(step -> steps.add(step(step, start)));
    traffic(json, evidence, start);
    ArrayNode console = json.putArray("console");
    evidence.console().stream().limit(MOST_LINES).forEach(l -> console.add(line(l, start)));
    json.put("moreConsole", Math.max(0, evidence.console().size() - MOST_LINES));
    return json;
  }

  private static void traffic(ObjectNode json, Evidence evidence, Instant start) {
    Capture capture = evidence.capture();
    ToldMessages messages = new ToldMessages(evidence);
    messages.addTo(json);
    ArrayNode exchanges = json.putArray("exchanges");
    Parties parties = new Parties(evidence.plugin(), evidence.device().isBesideOthers());
    for (Exchange exchange : capture.exchanges().stream().limit(MOST_EXCHANGES).toList()) {
      exchanges.add(ToldExchange.of(exchange, parties, start));
    }
    json.put("moreExchanges", Math.max(0, capture.size() - MOST_EXCHANGES));
    ArrayNode attempts = json.putArray("attempts");
    for (ConnectionAttempt attempt : capture.attempts().stream().limit(MOST_LINES).toList()) {
      ObjectNode told = attempts.addObject();
      told.put("at", millis(start, attempt.at()));
      told.put("host", Inert.line(attempt.host()));
      told.put("trouble", Inert.line(attempt.trouble()));
    }
  }

  private static ObjectNode step(StepRecord step, Instant start) {
    ObjectNode json = PageJson.object();
    json.put("what", Inert.line(step.what()));
    json.put("kind", step.kind().name().toLowerCase(java.util.Locale.ROOT));
    json.put("at", millis(start, step.started()));
    step.acknowledged().ifPresent(at -> json.put("took", millis(step.started(), at)));
    return json;
  }

  private static ObjectNode line(Observation.Line line, Instant start) {
    ObjectNode json = PageJson.object();
    json.put("at", millis(start, line.at()));
    json.put("level", line.thrown() ? "error" : line.level());
    json.put("text", ShownText.cut(Inert.text(line.text()), 2_000));
    json.put("source", ShownText.cut(Inert.line(line.source()), 200));
    return json;
  }

  /** With a decimal: exchanges follow each other within a millisecond. */
  static double millis(Instant from, Instant to) {
    return Math.round(Duration.between(from, to).toNanos() / 100_000.0) / 10.0;
  }
}
