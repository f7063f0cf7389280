package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.device.Observation;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsoleLogTest {
  private final ConsoleLog console = new ConsoleLog(new ChromiumLog());

  @Test
  void writesObjectsAsJson() {
    console.add(
        Json.read(
            """
            {"type": "console", "level": "warn", "timestamp": 1000, "text": "w Object(1) Array(2)",
             "args": [
               {"type": "string", "value": "w"},
               {"type": "object", "value": [["a", {"type": "number", "value": 1}]]},
               {"type": "array", "value": [{"type": "null"}, {"type": "string", "value": "x"}]},
               {"type": "function"}],
             "stackTrace": {"callFrames": [{"url": "https://h.test/p.js", "lineNumber": 4}]}}
            """));

    assertThat(console.lines())
        .containsExactly(
            new Observation.Line(
                Instant.ofEpochMilli(1000),
                "warn",
                "w {\"a\":1} [null,\"x\"] function",
                "https://h.test/p.js:5",
                false));
  }

  @Test
  void keepsTheBrowsersRenderingOfFormats() {
    console.add(
        Json.read(
            """
            {"type": "console", "level": "info", "text": "two is 2", "args": [
              {"type": "string", "value": "%s is %d"},
              {"type": "string", "value": "two"}, {"type": "number", "value": 2}]}
            """));

    assertThat(console.lines()).extracting(Observation.Line::text).containsExactly("two is 2");
  }

  @Test
  void keepsTheBrowsersRenderingOfErrorsOfWhichItKnowsNoMore() {
    console.add(
        Json.read(
            """
            {"type": "console", "level": "error", "text": "failed TypeError: reason", "args": [
              {"type": "string", "value": "failed"}, {"type": "error", "value": {}}]}
            """));

    assertThat(console.lines())
        .extracting(Observation.Line::text)
        .containsExactly("failed TypeError: reason");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "true | TypeError: later | https://h.test/p.js",
        "true | uncaught exception: text | https://h.test/p.js",
        "true | SyntaxError: expected expression, got '<' | ",
        "false | Blocked loading mixed active content “http://h.test/x” | ",
        "false | Cross-Origin Request Blocked: The Same Origin Policy disallows it | "
      })
  void tellsGeckosOwnWordsFromWhatWasThrown(boolean thrown, String text, @Nullable String line) {
    ConsoleLog geckos = new ConsoleLog(new GeckoLog());
    var entry = Json.object().put("type", "javascript").put("level", "error").put("text", text);
    if (line != null) {
      entry.putObject("stackTrace").putArray("callFrames").addObject().put("url", line);
    }
    geckos.add(entry);

    assertThat(geckos.lines())
        .singleElement()
        .returns(text, Observation.Line::text)
        .returns(thrown, Observation.Line::thrown);
  }

  @Test
  void givesEachErrorItsOwnMessageWhicheverComesFirst() {
    console.addErrors(call(1000.4, "Error: first\\n    at x (y:1)"));
    console.add(error(1000));
    console.add(error(1000));
    console.addErrors(call(1000.9, "TypeError: second"));

    assertThat(console.lines())
        .extracting(Observation.Line::text)
        .containsExactly("Error: first", "TypeError: second");
  }

  @Test
  void doesNotGiveAMessageToAnErrorOfAnotherTime() {
    console.addErrors(call(1500, "Error: other"));
    console.add(error(1000));

    assertThat(console.lines()).extracting(Observation.Line::text).containsExactly("error");
  }

  @Test
  void tellsWhatWasThrown() {
    console.add(
        Json.read(
            """
            {"type": "javascript", "level": "error", "text": "Error: oops", "timestamp": 5}
            """));

    assertThat(console.lines())
        .singleElement()
        .returns(true, Observation.Line::thrown)
        .returns("Error: oops", Observation.Line::text);
  }

  @Test
  void leavesOutFailedRequests() {
    console.addBrowsers(Json.read("{\"source\": \"network\", \"text\": \"404\"}"));
    console.addBrowsers(
        Json.read("{\"source\": \"security\", \"level\": \"warning\", \"text\": \"Mixed\"}"));

    assertThat(console.lines())
        .singleElement()
        .returns("warn", Observation.Line::level)
        .returns("Mixed", Observation.Line::text);
  }

  private static tools.jackson.databind.JsonNode error(long time) {
    return Json.read(
        "{\"type\": \"console\", \"level\": \"error\", \"text\": \"error\", \"timestamp\": "
            + time
            + ", \"args\": [{\"type\": \"error\"}]}");
  }

  private static tools.jackson.databind.JsonNode call(double time, String description) {
    return Json.read(
        "{\"timestamp\": "
            + time
            + ", \"args\": [{\"subtype\": \"error\", \"description\": \""
            + description
            + "\"}]}");
  }
}
