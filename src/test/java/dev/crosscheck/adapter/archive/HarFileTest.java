package dev.crosscheck.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.SampleRun;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HarFileTest {
  @TempDir Path reports;

  @Test
  void isAHarThatOtherToolsUnderstand() throws Exception {
    List<CellResult> cells = new SampleRun().results(new FileArchive(reports));
    JsonNode log = har(cells, "mixpanel/order-completed");

    assertThat(log.path("version").asString()).isEqualTo("1.2");
    assertThat(log.path("creator").path("name").asString()).isEqualTo("Crosscheck");
    JsonNode engage = log.path("entries").get(5);
    assertThat(engage.path("startedDateTime").asString())
        .matches("2026-11-21T03:00:1\\d\\.\\d{3}Z");
    assertThat(engage.path("request").path("url").asString())
        .isEqualTo("https://api-js.mixpanel.com/engage/?verbose=1&ip=1&_=1795230015490");
    assertThat(engage.path("request").path("queryString").get(0).path("name").asString())
        .isEqualTo("verbose");
    assertThat(engage.path("request").path("cookies").get(1).path("value").asString())
        .isEqualTo("dark");
    assertThat(engage.path("request").path("postData").path("text").asString()).startsWith("data=");
    assertThat(engage.path("response").path("content").path("mimeType").asString())
        .isEqualTo("application/json");
    assertThat(engage.path("timings").path("wait").asInt()).isEqualTo(6);
  }

  @Test
  void writesFramesAsChromesDeveloperToolsDo() throws Exception {
    List<CellResult> cells = new SampleRun().results(new FileArchive(reports));
    JsonNode socket = entry(har(cells, "mixpanel/group"), "_webSocketMessages");

    JsonNode frames = socket.path("_webSocketMessages");
    assertThat(socket.path("_resourceType").asString()).isEqualTo("websocket");
    assertThat(frames.get(0).path("type").asString()).isEqualTo("send");
    assertThat(frames.get(0).path("data").asString()).isEqualTo("{\"type\":\"hello\",\"v\":2}");
    assertThat(frames.get(1).path("type").asString()).isEqualTo("receive");
    assertThat(frames.get(2).path("opcode").asInt()).isEqualTo(2);
    assertThat(frames.get(2).path("data").asString()).isEqualTo("AAEC/xtb");
  }

  @Test
  void saysWhatNeverCameAndWhatIsNotAllThere() throws Exception {
    List<CellResult> cells = new SampleRun().results(new FileArchive(reports));

    JsonNode reset = entry(har(cells, "mixpanel/partner-answers-500"), "_trouble");
    assertThat(reset.path("response").path("status").asInt()).isZero();
    assertThat(reset.path("response").path("_error").asString())
        .isEqualTo("connection reset on request");

    JsonNode cut = har(cells, "acme/hostile").path("entries").get(10).path("request");
    assertThat(cut.path("bodySize").asInt()).isEqualTo(5_000_000);
    assertThat(cut.path("postData").path("_truncated").asBoolean()).isTrue();

    assertThat(har(cells, "mixpanel/offline").path("_attempts").get(0).path("host").asString())
        .isEqualTo("api-js.mixpanel.com");
  }

  private static JsonNode entry(JsonNode log, String field) {
    return log.path("entries").valueStream().filter(e -> e.has(field)).findFirst().orElseThrow();
  }

  private JsonNode har(List<CellResult> cells, String scenario) throws Exception {
    String har =
        cells.stream()
            .filter(c -> c.cell().scenario().equals(scenario))
            .flatMap(c -> c.stored().stream())
            .findFirst()
            .orElseThrow()
            .har();
    return JsonMapper.shared().readTree(Files.readString(reports.resolve(har))).path("log");
  }
}
