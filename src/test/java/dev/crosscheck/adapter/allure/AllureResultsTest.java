package dev.crosscheck.adapter.allure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.archive.ReportsFolder;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.sample.SampleRun;
import dev.crosscheck.verdict.Verdict;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class AllureResultsTest {
  private final SampleRun run = new SampleRun();
  @TempDir Path folder;

  @Test
  void tellsAllureOfEveryCell() throws Exception {
    Map<String, JsonNode> results = results();

    assertThat(results).hasSize(54);
    assertThat(status(results, "chromium · mixpanel · mixpanel/order-completed"))
        .isEqualTo("passed");
    assertThat(status(results, "chromium · mixpanel · mixpanel/identify-dates"))
        .isEqualTo("failed");
    assertThat(status(results, "chromium-strict · mixpanel · mixpanel/offline"))
        .isEqualTo("broken");
    assertThat(status(results, "chromium · mixpanel · mixpanel/array-union")).isEqualTo("skipped");
    assertThat(status(results, "chrome-pixel-7 · mixpanel · mixpanel/alias")).isEqualTo("skipped");
  }

  @Test
  void namesTheFolderThatItCannotWriteTo() throws Exception {
    Files.writeString(folder.resolve("allure-results"), "a file");
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      CellResult cell =
          new CellResult(
              run.plan().cells().get(0).id(),
              "an order",
              new Verdict.Skipped("no such call"),
              Duration.ZERO,
              0,
              Optional.empty());
      Matrix matrix = run.matrix(List.of(cell));
      assertThatThrownBy(() -> new AllureResults(reports).finished(cell, matrix))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageStartingWith("cannot write to '" + folder.resolve("allure-results") + "': ");
    }
  }

  @Test
  void explainsAFailureAndAttachesItsEvidence() throws Exception {
    JsonNode failed = of(results(), "chromium · mixpanel · mixpanel/identify-dates");

    assertThat(failed.path("statusDetails").path("message").asString())
        .isEqualTo("no matching event");
    assertThat(failed.path("statusDetails").path("trace").asString())
        .contains("expected: properties.revenue = 25.0");
    assertThat(failed.path("steps").get(1).path("name").asString())
        .isEqualTo("track Order Completed");
    assertThat(failed.path("steps").get(1).path("stop").asLong())
        .isGreaterThan(failed.path("steps").get(1).path("start").asLong());
    assertThat(failed.path("parameters").findValuesAsString("value"))
        .containsExactly("chromium", "mixpanel");
    assertThat(failed.path("attachments").findValuesAsString("name"))
        .containsExactly("messages", "traffic (HAR)", "evidence", "console", "screenshot");
    for (String source : failed.path("attachments").findValuesAsString("source")) {
      assertThat(folder.resolve("allure-results").resolve(source)).isNotEmptyFile();
    }
  }

  @Test
  void hasAStepForEachRowWithWhatWasPerformedInIt() throws Exception {
    Map<String, JsonNode> results = results();
    JsonNode steps = of(results, "chromium · acme · acme/every-row").path("steps");

    assertThat(steps.valueStream().map(step -> step.path("name").asString()).toList())
        .containsExactly(
            "identify u-42",
            "an order arrives once",
            "revenue goes as a number",
            "a screen is told",
            "lists are united",
            "refunds",
            "<img src=x onerror=\"document.title='pwned'\"> \\u001b[31m",
            "track Crosscheck Sentinel");
    assertThat(steps.valueStream().map(step -> step.path("status").asString()).toList())
        .containsExactly(
            "passed", "passed", "failed", "skipped", "skipped", "skipped", "failed", "passed");
    JsonNode red = steps.path(2);
    assertThat(red.path("statusDetails").path("message").asString())
        .startsWith("'track Order Completed' arrived without its properties.revenue: ")
        .endsWith("; alone it passes: it fails only after 'an order arrives once'");
    assertThat(red.path("statusDetails").path("trace").asString())
        .contains("expected: properties.revenue = 4711.25");
    assertThat(red.path("steps").path(0).path("name").asString())
        .isEqualTo("track Order Completed");
    assertThat(red.path("start")).isEqualTo(red.path("steps").path(0).path("start"));
    assertThat(red.path("stop").asLong()).isGreaterThan(red.path("start").asLong());
    assertThat(steps.path(4).path("statusDetails").path("message").asString())
        .isEqualTo("waived: known (since 2026-10-01)");
    assertThat(status(results, "chromium · acme · acme/every-row")).isEqualTo("failed");
  }

  @Test
  void pointsAtTheLineOfTheFile() throws Exception {
    Map<String, JsonNode> results = results();

    assertThat(source(of(results, "chromium · mixpanel · mixpanel/identify-dates")))
        .isEqualTo("scenarios/mixpanel/identify-dates.yaml:9");
    assertThat(source(of(results, "chromium · mixpanel · mixpanel/order-completed")))
        .isEqualTo("scenarios/mixpanel/order-completed.yaml:1");
  }

  @Test
  void attachesTheMessagesWithoutSentinelsAndWithTheirExchanges() throws Exception {
    JsonNode result = of(results(), "chromium · mixpanel · mixpanel/order-completed");
    JsonNode attachment = result.path("attachments").path(0);
    assertThat(attachment.path("name").asString()).isEqualTo("messages");
    Path file = folder.resolve("allure-results").resolve(attachment.path("source").asString());
    JsonNode messages = JsonMapper.shared().readTree(Files.readString(file)).path("messages");

    assertThat(messages.findValuesAsString("type")).containsExactly("profile", "event");
    JsonNode event = messages.path(1);
    assertThat(event.path("content").path("event").asString()).isEqualTo("Order Completed");
    assertThat(event.path("content").has("$request")).isFalse();
    JsonNode har =
        JsonMapper.shared()
            .readTree(
                Files.readString(
                    folder.resolve(
                        "cells/mixpanel/chromium/order-completed/attempt-1/capture.har")));
    assertThat(
            har.path("log")
                .path("entries")
                .path(event.path("exchange").asInt() - 1)
                .path("request")
                .path("url")
                .asString())
        .contains("/track");
  }

  @Test
  void givesACellTheSameHistoryInEveryRunAndEveryCellItsOwn() throws Exception {
    Map<String, JsonNode> first = results();
    Map<String, JsonNode> second = results();

    String cell = "chromium · mixpanel · mixpanel/alias";
    assertThat(of(second, cell).path("historyId")).isEqualTo(of(first, cell).path("historyId"));
    assertThat(of(second, cell).path("uuid")).isNotEqualTo(of(first, cell).path("uuid"));
    assertThat(first.values().stream().map(r -> r.path("historyId").asString()).distinct())
        .hasSize(54);
  }

  private Map<String, JsonNode> results() throws Exception {
    try (ReportsFolder reports = ReportsFolder.open(folder)) {
      AllureResults allure = new AllureResults(reports);
      allure.planned(run.plan());
      List<CellResult> soFar = new ArrayList<>();
      for (CellResult cell : run.results(new FileArchive(folder))) {
        soFar.add(cell);
        allure.finished(cell, run.matrix(soFar));
      }
      allure.ended(run.matrix(soFar));
    }
    Map<String, JsonNode> byName = new LinkedHashMap<>();
    try (var files = Files.newDirectoryStream(folder.resolve("allure-results"), "*-result.json")) {
      for (Path file : files) {
        JsonNode result = JsonMapper.shared().readTree(Files.readString(file));
        byName.put(result.path("fullName").asString(), result);
      }
    }
    return byName;
  }

  private static String source(JsonNode result) {
    for (JsonNode label : result.path("labels")) {
      if (label.path("name").asString().equals("source")) {
        return label.path("value").asString();
      }
    }
    throw new AssertionError("no source in " + result);
  }

  private static String status(Map<String, JsonNode> results, String cell) {
    return of(results, cell).path("status").asString();
  }

  private static JsonNode of(Map<String, JsonNode> results, String cell) {
    return Objects.requireNonNull(results.get(cell), cell);
  }
}
