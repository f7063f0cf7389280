package dev.crosscheck.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.capture.Inert;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.MemoryReports;
import dev.crosscheck.sample.SampleRun;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class HtmlReportTest {
  private final SampleRun run = new SampleRun();
  @TempDir Path folder;

  @Test
  void runsNothingButItsOwnScriptAndLoadsNothing() throws Exception {
    String page = page();
    String policy = group(page, "Content-Security-Policy\" content=\"([^\"]*)\"");

    assertThat(policy)
        .startsWith("default-src 'none'; ")
        .doesNotContain("unsafe")
        .doesNotContain("http");
    assertThat(policy)
        .contains("script-src 'sha256-" + hash(group(page, "(?s)<script>(.*?)</script>")));
    assertThat(policy)
        .contains("style-src 'sha256-" + hash(group(page, "(?s)<style>(.*?)</style>")));
    assertThat(page)
        .doesNotContain("src=\"http")
        .doesNotContain("href=\"http")
        .doesNotContain("@import");
  }

  @Test
  void holdsCapturedBytesAsDataThatCannotBecomeMarkup() {
    String page = page();
    String rest = page.replaceAll("(?s)<script>.*?</script>", "");

    assertThat(rest)
        .doesNotContain("<script>alert")
        .doesNotContain("<img src=x")
        .doesNotContain("<svg onload");
    assertThat(Pattern.compile("</script>").matcher(page).results().count())
        .isEqualTo(Pattern.compile("<script[ >]").matcher(page).results().count());
    assertThat(page.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
  }

  @Test
  void holdsNoTextThatMakesAReaderSeeAnother() {
    List<String> texts = new ArrayList<>();
    for (String data : data(page())) {
      texts(JsonMapper.shared().readTree(data), texts);
    }

    assertThat(texts).anyMatch(text -> text.contains("</script><script>alert"));
    assertThat(texts).anyMatch(text -> text.contains("\\u001b[31m red"));
    assertThat(texts).anyMatch(text -> text.contains("\\u202e rtl"));
    assertThat(texts).allSatisfy(text -> assertThat(Inert.text(text)).isEqualTo(text));
  }

  @Test
  void showsTheScenarioAsItWasReadWithTheLinesThatWentWrong() {
    String page = page();
    JsonNode dates = json(page, "matrix").path("scenarios").path(2);
    JsonNode failed = story(page, "mixpanel/identify-dates");

    assertThat(dates.path("source").asString().lines().toList().get(8)).contains("partner: event");
    assertThat(failed.path("marks").toString())
        .isEqualTo("[{\"line\":9,\"why\":\"no matching event\"}]");
    assertThat(failed.path("mismatches").path(0).path("line").asInt()).isEqualTo(9);
    assertThat(story(page, "mixpanel/order-completed").path("marks")).isEmpty();
  }

  @Test
  void tellsWhatCameOfEachRowAndNothingTwice() throws Exception {
    String page = page();
    JsonNode story = story(page, "acme/every-row");
    JsonNode rows = story.path("rows");

    assertThat(story.path("mismatches")).isEmpty();
    assertThat(rows.valueStream().map(row -> row.path("verdict").asString()).toList())
        .containsExactly("passed", "failed", "skipped", "waived", "unsupported", "failed");
    JsonNode red = rows.path(1);
    assertThat(red.path("name").asString()).isEqualTo("revenue goes as a number");
    assertThat(red.path("reason").asString())
        .endsWith("it fails only after 'an order arrives once'");
    assertThat(red.path("line").asInt()).isEqualTo(9);
    assertThat(red.path("alone").asString()).isEqualTo("alone-1");
    assertThat(red.path("see").asString()).startsWith("https://segment.com/docs/");
    assertThat(red.path("mismatches").path(0).path("exchange").asInt()).isEqualTo(6);
    assertThat(red.path("mismatches").path(0).path("line").asInt()).isEqualTo(12);
    assertThat(story.path("marks").path(0).path("line").asInt()).isEqualTo(12);
    assertThat(rows.path(0).has("alone")).isFalse();
    assertThat(story(page, "mixpanel/identify-dates").path("rows")).isEmpty();
  }

  @Test
  void linksToNothingButHttps() throws Exception {
    JsonNode hostile = story(page(), "acme/every-row").path("rows").path(5);

    assertThat(hostile.path("name").asString()).startsWith("<img src=x").endsWith("\\u001b[31m");
    assertThat(hostile.has("see")).isFalse();
  }

  @Test
  void knowsAScenariosRowsByNameAndWhatTheyComeToInACell() throws Exception {
    JsonNode matrix = json(page(), "matrix");
    List<String> totals =
        matrix
            .path("cells")
            .valueStream()
            .filter(cell -> cell.path("scenario").asString().equals("acme/every-row"))
            .map(cell -> cell.path("rows").asString())
            .toList();

    assertThat(matrix.path("scenarios").path(17).path("rows").path(3).asString())
        .isEqualTo("lists are united");
    assertThat(totals)
        .containsExactly(
            "2 of 6 rows failed, 1 skipped, 1 waived, 1 unsupported",
            "4 of 6 rows passed, 1 skipped, 1 unsupported",
            "");
  }

  @Test
  void marksTheStepThatWasNotTaken() {
    JsonNode broken = story(page(), "mixpanel/offline", "chromium-strict");

    assertThat(broken.path("marks").toString())
        .isEqualTo("[{\"line\":5,\"why\":\"not acknowledged\"}]");
  }

  @Test
  void tellsHowItWasShownThatNothingMoreCame() {
    assertThat(facts(story(page(), "mixpanel/order-completed")))
        .containsExactly(
            "the last of 2 steps was taken",
            "nothing new for 1500 ms",
            "the page was left",
            "the sentinel on lane 'event' arrived 523 ms after its call",
            "nothing was open, and nothing new for 1500 ms again: sealed",
            "1352 ms after the last step; nothing later is looked for");
  }

  @Test
  void tellsHowLongASilentCellWasListenedTo() {
    JsonNode silent = story(page(), "mixpanel/disabled");

    assertThat(facts(silent))
        .contains("no sentinel can come; silent for 636 ms, and the twin spoke within 0 ms");
    assertThat(silent.path("twin").path("messages")).isNotEmpty();
  }

  @Test
  void tellsTheStoryOfEveryCellThatHasEvidence() {
    String page = page();
    JsonNode matrix = json(page, "matrix");
    assertThat(matrix.path("cells")).hasSize(54);

    for (JsonNode cell : matrix.path("cells")) {
      boolean tried = cell.path("attempts").asInt() > 0;
      assertThat(cell.path("story").asInt() >= 0).as(cell.toString()).isEqualTo(tried);
      if (tried) {
        JsonNode story = json(page, "story-" + cell.path("story").asInt());
        assertThat(story.path("folder").asString())
            .contains("/" + cell.path("device").asString() + "/");
        assertThat(story.path("exchanges")).isNotEmpty();
      }
    }
  }

  @Test
  void saysWhatEachDeviceIs() {
    JsonNode devices = json(page(), "matrix").path("devices");

    assertThat(devices.path(0).path("details").path("userAgent").asString()).contains("Chrome/156");
    assertThat(devices.path(1).path("details").isObject()).isTrue();
  }

  @Test
  void labelsDevicesThatAreNotClosedAndClaimsNoMoreOfTheirCells() {
    SampleRun iphones = SampleRun.withIphones();
    String page = page(iphones);
    JsonNode devices = json(page, "matrix").path("devices");
    String limit =
        "seen through the proxy alone, for the network around the device is not closed (its network is"
            + " its Mac's: what goes round the app's own sessions is not seen): 'no undeclared"
            + " host' and 'TLS only' are not claimed";

    assertThat(devices.path(0).path("notClosed").asString()).isEmpty();
    assertThat(devices.path(3).path("notClosed").asString()).startsWith("its network is its Mac's");
    assertThat(devices.path(4).path("notClosed").asString()).startsWith("its network is its own");
    assertThat(facts(story(page, "mixpanel/order-completed", "iphone-16"))).last().isEqualTo(limit);
    assertThat(facts(story(page, "mixpanel/order-completed"))).doesNotContain(limit);
    assertThat(json(page, "matrix").path("cells").valueStream())
        .filteredOn(cell -> cell.path("verdict").asString().equals("passed"))
        .allSatisfy(
            cell ->
                assertThat(cell.path("words").asString().endsWith(limit))
                    .isEqualTo(cell.path("device").asString().equals("iphone-16")));
  }

  @Test
  void decodesMessagesBesideTheirExchanges() {
    String page = page();
    JsonNode story = story(page, "mixpanel/order-completed");
    JsonNode event = story.path("messages").get(1);

    assertThat(story.path("messages").get(0).path("title").asString())
        .isEqualTo("$set $email, plan");
    assertThat(event.path("type").asString()).isEqualTo("event");
    assertThat(event.path("title").asString()).isEqualTo("Order Completed");
    assertThat(event.path("content").asString()).contains("\"revenue\": 25.00");
    JsonNode exchange = story.path("exchanges").get(event.path("exchange").asInt());
    assertThat(exchange.path("host").asString()).isEqualTo("api-js.mixpanel.com");
    assertThat(exchange.path("request").path("text").asString())
        .startsWith("data = [\n  {\n    \"event\": \"Order Completed\"");
    assertThat(story.path("messages").get(2).path("sentinel").asBoolean()).isTrue();
    assertThat(story.path("messages").get(2).path("late").asBoolean()).isTrue();
  }

  @Test
  void cutsWhatIsLargeAndLeavesOutWhatThePageLoads() {
    String page = page();
    JsonNode loaded = story(page, "mixpanel/order-completed").path("exchanges").get(3);
    assertThat(loaded.path("answer").path("size").asInt()).isEqualTo(12_337);

    JsonNode huge = story(page, "acme/hostile").path("exchanges").get(10).path("request");
    assertThat(huge.path("size").asInt()).isEqualTo(5_000_000);
    assertThat(huge.path("text").asString()).hasSizeLessThan(6_100).endsWith(" …");
    assertThat(page.length()).isLessThan(1_000_000);
  }

  @Test
  void showsThePlanBeforeTheFirstCellAndEveryCellAsItFinishes() {
    MemoryReports reports = new MemoryReports(folder);
    HtmlReport report = new HtmlReport(reports, new Stories(reports));
    report.planned(run.plan());
    assertThat(json(reports.text("index.html"), "matrix").path("run").path("planned").asInt())
        .isEqualTo(54);

    List<CellResult> cells = run.results(new FileArchive(folder));
    report.finished(cells.get(0), run.matrix(cells.subList(0, 1)));
    assertThat(json(reports.text("index.html"), "matrix").path("cells")).hasSize(1);
  }

  private String page() {
    return page(run);
  }

  private String page(SampleRun run) {
    MemoryReports reports = new MemoryReports(folder);
    new HtmlReport(reports, new Stories(reports))
        .ended(run.matrix(run.results(new FileArchive(folder))));
    return reports.text("index.html");
  }

  private static List<String> facts(JsonNode story) {
    List<String> facts = new ArrayList<>();
    story
        .path("proof")
        .path(0)
        .path("facts")
        .forEach(fact -> facts.add(fact.path("text").asString()));
    return facts;
  }

  private static List<String> data(String page) {
    return Pattern.compile("(?s)<script type=\"application/json\"[^>]*>(.*?)</script>")
        .matcher(page)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  private static void texts(JsonNode json, List<String> into) {
    if (json.isString()) {
      into.add(json.stringValue());
    }
    json.values().forEach(value -> texts(value, into));
  }

  private static JsonNode story(String page, String scenario) {
    return story(page, scenario, "chromium");
  }

  private static JsonNode story(String page, String scenario, String device) {
    for (JsonNode cell : json(page, "matrix").path("cells")) {
      if (cell.path("scenario").asString().equals(scenario)
          && cell.path("device").asString().equals(device)) {
        return json(page, "story-" + cell.path("story").asInt());
      }
    }
    throw new AssertionError("no cell of '" + scenario + "'");
  }

  private static JsonNode json(String page, String id) {
    return JsonMapper.shared()
        .readTree(
            group(page, "(?s)<script type=\"application/json\" id=\"" + id + "\">(.*?)</script>"));
  }

  private static String group(String page, String regex) {
    Matcher matcher = Pattern.compile(regex).matcher(page);
    assertThat(matcher.find()).as(regex).isTrue();
    return matcher.group(1);
  }

  private static String hash(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
