package dev.crosscheck.adapter.allure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.archive.ReportsFolder;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.SampleRun;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What Allure's own generator makes of a run, which follows an earlier one of the same cells. */
@ExtendWith(TestSupply.class)
class AllureReportIT {
  private static final Path GENERATOR =
      Path.of("src/test/resources/dev/crosscheck/adapter/allure/generator");
  private static final int CELLS = 54;

  @TempDir static Path folder;
  private static Path node = Path.of("");
  private static Path allure = Path.of("");
  private static Map<String, JsonNode> first = Map.of();
  private static Map<String, JsonNode> second = Map.of();
  private static List<String> keys = List.of();

  @BeforeAll
  static void generateTwice(Supply supply) throws Exception {
    node = supply.program(Program.NODE);
    allure = supply.nodeModules(GENERATOR).resolve("allure-commandline");
    Path yesterday = run("yesterday");
    first = generate(yesterday, "first");
    Path today = run("today");
    keys = List.copyOf(json(folder.resolve("first/history/history.json")).propertyNames());
    Files.move(folder.resolve("first/history"), today.resolve("history"));
    second = generate(today, "second");
  }

  @Test
  void hasACaseWithItsStatusForEachCell() throws Exception {
    assertThat(second).hasSize(CELLS);
    JsonNode counts = json(folder.resolve("second/widgets/summary.json")).path("statistic");
    assertThat(counts.path("total").asInt()).isEqualTo(CELLS);
    assertThat(counts.path("failed").asInt()).isEqualTo(6);
    assertThat(counts.path("broken").asInt()).isEqualTo(1);
    assertThat(counts.path("skipped").asInt()).isEqualTo(22);
    assertThat(counts.path("unknown").asInt()).isZero();
    JsonNode waived = cell("chromium · mixpanel · mixpanel/array-union");
    assertThat(waived.path("status").asString()).isEqualTo("skipped");
    assertThat(waived.path("statusMessage").asString()).startsWith("waived: known: ");
  }

  @Test
  void showsEachRowAsAStepWithItsReason() {
    JsonNode steps = cell("chromium · acme · acme/every-row").path("testStage").path("steps");
    assertThat(steps.valueStream().map(step -> step.path("status").asString()).toList())
        .containsExactly(
            "passed", "passed", "failed", "skipped", "skipped", "skipped", "failed", "passed");
    assertThat(steps.path(2).path("name").asString()).isEqualTo("revenue goes as a number");
    assertThat(steps.path(2).path("statusMessage").asString()).contains("alone it passes");
    assertThat(steps.path(2).path("steps").path(0).path("name").asString())
        .isEqualTo("track Order Completed");
  }

  @Test
  void explainsAFailureWithItsPlaceInTheFile() {
    JsonNode failed = cell("chromium · mixpanel · mixpanel/identify-dates");
    assertThat(failed.path("name").asString()).isEqualTo("dates in traits arrive as ISO 8601");
    assertThat(failed.path("statusMessage").asString()).isEqualTo("no matching event");
    assertThat(failed.path("statusTrace").asString())
        .contains("expected: properties.revenue = 25.0");
    String place = "scenarios/mixpanel/identify-dates.yaml:9";
    assertThat(failed.path("descriptionHtml").asString()).contains("<code>" + place + "</code>");
    assertThat(labels(failed))
        .containsEntry("source", place)
        .containsEntry("parentSuite", "mixpanel")
        .containsEntry("suite", "chromium")
        .containsEntry("verdict", "failed");
    assertThat(failed.path("testStage").path("steps").findValuesAsString("name"))
        .contains("identify u-42", "track Order Completed");
  }

  @Test
  void showsTheDeviceAsAParameter() {
    second.forEach(
        (name, result) ->
            assertThat(parameters(result))
                .as(name)
                .containsEntry("device", name.substring(0, name.indexOf(" · "))));
  }

  @Test
  void hasWhatWasAttachedWithItsType() throws Exception {
    JsonNode stage = cell("chromium · mixpanel · mixpanel/identify-dates").path("testStage");
    Map<String, String> types = new LinkedHashMap<>();
    for (JsonNode attachment : stage.path("attachments")) {
      types.put(attachment.path("name").asString(), attachment.path("type").asString());
      Path file =
          folder.resolve("second/data/attachments").resolve(attachment.path("source").asString());
      assertThat(file).isNotEmptyFile();
      assertThat(Files.size(file)).isEqualTo(attachment.path("size").asLong());
    }
    assertThat(types)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "messages",
                "application/json",
                "traffic (HAR)",
                "application/json",
                "evidence",
                "application/json",
                "console",
                "text/plain",
                "screenshot",
                "image/png"));
    assertThat(json(attached(stage, "traffic (HAR)")).path("log").path("entries")).isNotEmpty();
    assertThat(json(attached(stage, "messages")).path("messages").findValuesAsString("event"))
        .contains("Order Completed");
    assertThat(Files.readAllBytes(attached(stage, "screenshot"))).startsWith(0x89, 'P', 'N', 'G');
  }

  /** The generator makes keys of its own, of what we call the test case and of its parameters. */
  @Test
  void knowsEachCellAgain() throws Exception {
    JsonNode history = json(folder.resolve("second/history/history.json"));
    assertThat(history.propertyNames()).hasSize(CELLS).containsExactlyInAnyOrderElementsOf(keys);
    assertThat(history.propertyStream().map(key -> key.getValue().path("items").size()))
        .containsOnly(2);
    second.forEach(
        (name, result) -> {
          JsonNode before = result.path("extra").path("history").path("items").path(0);
          assertThat(before.path("uid").asString())
              .as(name)
              .isEqualTo(Objects.requireNonNull(first.get(name)).path("uid").asString());
        });
  }

  @Test
  void namesTheDevices() throws Exception {
    JsonNode environment = json(folder.resolve("second/widgets/environment.json"));
    assertThat(environment.findValuesAsString("name"))
        .contains("chromium", "chromium-strict", "chrome-pixel-7");
  }

  /** The sample run's results, in a folder of their own. */
  private static Path run(String name) throws Exception {
    SampleRun run = new SampleRun();
    Path path = folder.resolve(name);
    try (ReportsFolder reports = ReportsFolder.open(path)) {
      AllureResults results = new AllureResults(reports);
      List<CellResult> soFar = new ArrayList<>();
      for (CellResult cell : run.results(new FileArchive(path))) {
        soFar.add(cell);
        results.finished(cell, run.matrix(soFar));
      }
      results.ended(run.matrix(soFar));
    }
    return path.resolve("allure-results");
  }

  /** The report's test cases by their full names. */
  private static Map<String, JsonNode> generate(Path results, String report) throws Exception {
    Path said = folder.resolve(report + ".txt");
    ProcessBuilder builder =
        new ProcessBuilder(
                node.toString(),
                allure.resolve("bin/allure").toString(),
                "generate",
                results.toString(),
                "--output",
                folder.resolve(report).toString())
            .redirectErrorStream(true)
            .redirectOutput(said.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    builder.environment().put("JAVA_OPTS", "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC");
    builder.environment().put("ALLURE_NO_ANALYTICS", "true");
    Process generator = builder.start();
    try {
      assertThat(generator.waitFor(90, TimeUnit.SECONDS)).as("the generator ended").isTrue();
    } finally {
      generator.descendants().forEach(ProcessHandle::destroyForcibly);
      generator.destroyForcibly();
    }
    assertThat(generator.exitValue()).as(Files.readString(said)).isZero();
    Map<String, JsonNode> cases = new LinkedHashMap<>();
    Path data = folder.resolve(report).resolve("data/test-cases");
    try (DirectoryStream<Path> files = Files.newDirectoryStream(data, "*.json")) {
      for (Path file : files) {
        JsonNode result = json(file);
        cases.put(result.path("fullName").asString(), result);
      }
    }
    return cases;
  }

  private static Path attached(JsonNode stage, String name) {
    for (JsonNode attachment : stage.path("attachments")) {
      if (attachment.path("name").asString().equals(name)) {
        return folder
            .resolve("second/data/attachments")
            .resolve(attachment.path("source").asString());
      }
    }
    throw new AssertionError("no attachment '" + name + "'");
  }

  private static JsonNode json(Path file) throws Exception {
    return JsonMapper.shared().readTree(Files.readString(file));
  }

  private static JsonNode cell(String name) {
    return Objects.requireNonNull(second.get(name), name);
  }

  private static Map<String, String> labels(JsonNode result) {
    return pairs(result.path("labels"));
  }

  private static Map<String, String> parameters(JsonNode result) {
    return pairs(result.path("parameters"));
  }

  private static Map<String, String> pairs(JsonNode named) {
    return named
        .valueStream()
        .collect(
            Collectors.toMap(
                one -> one.path("name").asString(),
                one -> one.path("value").asString(),
                (one, other) -> one + ", " + other));
  }
}
