package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.verdict.Mismatch;
import tools.jackson.databind.node.ObjectNode;

/** One mismatch as the page tells it, with the line of the scenario's file and the exchange. */
final class ToldMismatch {
  private ToldMismatch() {}

  static ObjectNode of(Mismatch mismatch, Scenario scenario) {
    ObjectNode json = PageJson.object();
    json.put("what", Inert.text(mismatch.what()));
    json.put("at", mismatch.at().map(Object::toString).orElse(""));
    mismatch
        .at()
        .filter(at -> at.file().equals(scenario.at().file()))
        .ifPresent(at -> json.put("line", at.line()));
    json.put("expected", Inert.text(mismatch.expected()));
    json.put("actual", Inert.text(mismatch.actual()));
    json.put("nearest", Inert.text(mismatch.nearest().orElse("")));
    json.put("exchange", mismatch.exchange().orElse(-1));
    return json;
  }
}
