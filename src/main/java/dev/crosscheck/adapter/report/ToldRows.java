package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.verdict.RowVerdict;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What came of each row of a scenario that is a table of them. */
final class ToldRows {
  private static final String HTTPS = "https://";

  private ToldRows() {}

  /**
   * Adds {@code rows}: each with its {@code name}, {@code verdict}, {@code reason}, what that says
   * {@code beyond} its {@code mismatches}, and these; {@code line} of the scenario's file, {@code
   * see} where that is an address by HTTPS, and the folder {@code alone} of what came of it by
   * itself, where they have them.
   */
  static void addTo(ObjectNode json, CellResult cell, Evidence evidence) {
    ArrayNode rows = json.putArray("rows");
    cell.rows().forEach(row -> add(rows.addObject(), row, evidence));
  }

  private static void add(ObjectNode json, RowVerdict row, Evidence evidence) {
    json.put("name", Inert.line(row.row()));
    json.put("verdict", row.verdict());
    json.put("reason", Inert.text(row.reason()));
    json.put("beyond", Inert.text(row.beyondMismatches()));
    evidence.scenario().rows().stream()
        .filter(own -> own.name().equals(row.row()))
        .filter(own -> own.at().file().equals(evidence.scenario().at().file()))
        .findFirst()
        .ifPresent(own -> json.put("line", own.at().line()));
    row.see()
        .filter(see -> see.startsWith(HTTPS))
        .ifPresent(see -> json.put("see", Inert.line(see)));
    alone(row.row(), evidence).ifPresent(folder -> json.put("alone", folder));
    ArrayNode mismatches = json.putArray("mismatches");
    row.mismatches().forEach(m -> mismatches.add(ToldMismatch.of(m, evidence.scenario())));
  }

  /** Beside the cell's own evidence. */
  private static Optional<String> alone(String row, Evidence evidence) {
    List<Evidence> alone = evidence.alone();
    for (int i = 0; i < alone.size(); i++) {
      if (alone.get(i).scenario().rows().stream().map(Row::name).anyMatch(row::equals)) {
        return Optional.of("alone-" + (i + 1));
      }
    }
    return Optional.empty();
  }
}
