package dev.crosscheck.adapter.report;

import dev.crosscheck.capture.Inert;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.DeviceModeEvidence;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.RowTotals;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.matrix.SuiteReport;
import dev.crosscheck.scenario.Scenario;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the page shows of a matrix before any cell is opened. */
final class MatrixData {
  /** In characters; no scenario that a person wrote is as long. */
  private static final int LONGEST_SOURCE = 50_000;

  private final Matrix matrix;
  private final Map<CellId, Integer> stories = new HashMap<>();

  /**
   * @param told the cells that have a story, in the order of the stories
   */
  MatrixData(Matrix matrix, List<CellId> told) {
    this.matrix = matrix;
    told.forEach(cell -> stories.put(cell, stories.size()));
  }

  ObjectNode json() {
    ObjectNode json = PageJson.object();
    json.set("run", run(matrix.run()));
    ArrayNode plugins = json.putArray("plugins");
    matrix.plugins().forEach(row -> plugins.add(plugin(row)));
    ArrayNode devices = json.putArray("devices");
    matrix.devices().forEach(device -> devices.add(device(device)));
    ArrayNode scenarios = json.putArray("scenarios");
    matrix.scenarios().forEach(scenario -> scenarios.add(scenario(scenario)));
    ArrayNode cells = json.putArray("cells");
    matrix.cells().forEach(cell -> cells.add(cell(cell)));
    ObjectNode summary = json.putObject("summary");
    matrix.summary().forEach(summary::put);
    SuiteReport report = SuiteReport.of(matrix);
    ObjectNode suite = json.putObject("suite");
    suite.put("full", report.full());
    suite.put("rule", report.rule());
    ArrayNode missing = suite.putArray("missing");
    report.missing().forEach(missing::add);
    ArrayNode findings = json.putArray("findings");
    matrix.findings().forEach(finding -> findings.add(Inert.text(finding.toString())));
    return json;
  }

  private ObjectNode run(RunFacts run) {
    ObjectNode json = PageJson.object();
    json.put("id", run.id());
    json.put("startedAt", run.startedAt().toString());
    json.put("duration", Words.seconds(run.duration()));
    json.put("version", run.version());
    json.put("commit", run.commit().orElse(""));
    json.put("dirty", run.dirty());
    json.put("mode", run.mode());
    json.put("ci", run.ci().orElse(""));
    json.put("interrupted", run.interrupted());
    json.put("planned", matrix.planned());
    return json;
  }

  private static ObjectNode plugin(PluginRow row) {
    ObjectNode json = PageJson.object();
    json.put("id", row.plugin().id());
    json.put("name", row.plugin().name());
    json.put("sha256", row.sha256());
    ObjectNode versions = json.putObject("versions");
    new TreeMap<>(row.versions()).forEach(versions::put);
    ArrayNode signs = json.putArray("deviceMode");
    row.deviceMode().forEach(seen -> signs.add(sign(seen)));
    return json;
  }

  private static ObjectNode sign(DeviceModeEvidence seen) {
    ObjectNode json = PageJson.object();
    json.put("kind", seen.sign().kind().spoken());
    json.put("words", Inert.line(seen.sign().words()));
    json.put("devices", String.join(", ", seen.devices()));
    return json;
  }

  private static ObjectNode device(DeviceColumn device) {
    ObjectNode json = PageJson.object();
    json.put("id", device.spec().id());
    json.put("platform", device.spec().platform());
    json.put("kind", device.spec().kind());
    json.put("name", device.facts().map(DeviceFacts::name).orElse(""));
    json.put("engine", device.facts().map(DeviceFacts::engine).orElse(""));
    json.put("sdk", device.facts().map(f -> f.sdk() + " " + f.sdkVersion()).orElse(""));
    json.put("emulated", device.isEmulated());
    json.put("notClosed", device.notClosed().orElse(""));
    json.put("reason", device.reason().orElse(""));
    json.put("remedy", device.remedy().orElse(""));
    ObjectNode details = json.putObject("details");
    device
        .facts()
        .ifPresent(
            facts ->
                new TreeMap<>(facts.details())
                    .forEach((name, value) -> details.put(name, Inert.line(value))));
    return json;
  }

  private static ObjectNode scenario(Scenario scenario) {
    ObjectNode json = PageJson.object();
    json.put("id", scenario.id());
    json.put("slug", scenario.slug());
    json.put("title", Inert.line(scenario.title()));
    json.put("at", scenario.at().toString());
    ArrayNode rows = json.putArray("rows");
    scenario.rows().forEach(row -> rows.add(Inert.line(row.name())));
    json.put("source", ShownText.cut(scenario.text().replace("\r\n", "\n"), LONGEST_SOURCE));
    return json;
  }

  private ObjectNode cell(CellResult cell) {
    ObjectNode json = PageJson.object();
    json.put("plugin", cell.cell().plugin());
    json.put("device", cell.cell().device());
    json.put("scenario", cell.cell().scenario());
    json.put("verdict", cell.verdict().word());
    json.put("reason", Inert.text(cell.verdict().reason()));
    json.put("rows", RowTotals.of(cell.rows()));
    json.put("proof", cell.verdict().proof().kind().word());
    json.put("words", Inert.text(cell.verdict().proof().words()));
    json.put("presenceOnly", cell.verdict().proof().presenceOnly());
    json.put("duration", Words.seconds(cell.duration()));
    json.put("attempts", cell.attempts());
    json.put("flaky", cell.isFlaky());
    json.put("findings", cell.verdict().findings().size());
    json.put("story", stories.getOrDefault(cell.cell(), -1));
    return json;
  }
}
