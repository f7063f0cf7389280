package dev.crosscheck.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.adapter.archive.ReportsFolder;
import dev.crosscheck.sample.SampleRun;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, opened as a file. */
@ExtendWith(TestSupply.class)
class HtmlReportIT {
  @TempDir Path folder;

  private final Path chromium;

  HtmlReportIT(Supply supply) throws Shortage {
    chromium = supply.program(Program.CHROMIUM);
  }

  @BeforeEach
  void write() throws Exception {
    SampleRun run = new SampleRun();
    try (ReportsFolder reports = ReportsFolder.open(folder.resolve("reports"))) {
      new HtmlReport(reports, new Stories(reports))
          .ended(run.matrix(run.results(new FileArchive(reports.path()))));
    }
  }

  @Test
  void showsTheMatrix() throws Exception {
    String dom = dom("");

    assertThat(dom).contains("<title>Crosscheck: 5 failed, 1 broken of 51 cells</title>");
    assertThat(dom).contains("order completed reaches Mixpanel with its revenue");
    assertThat(dom).contains("not here: no Chrome 156 here, and none could be fetched");
    assertThat(count(dom, "class=\"cell[ \"]")).isEqualTo(51);
  }

  @Test
  void opensACellsStoryByItsAddress() throws Exception {
    String dom = dom("#mixpanel/chromium-strict/page-off");

    assertThat(dom).contains("an event that must not come");
    assertThat(dom).contains("POST metrics.undeclared.example/collect");
    assertThat(dom).contains("cells/mixpanel/chromium-strict/page-off/attempt-1/capture.har");
    assertThat(dom).contains("identify u-42").contains("Order Completed");
  }

  @Test
  void obeysNothingThatWasCaptured() throws Exception {
    String dom = dom("#acme/chromium/hostile").replaceAll("(?s)<script.*?</script>", "");

    assertThat(dom).contains("<title>Crosscheck: 5 failed, 1 broken of 51 cells</title>");
    assertThat(dom).contains("&lt;/script&gt;&lt;script&gt;alert(1)&lt;/script&gt;");
    assertThat(dom).doesNotContain("<img src=\"x\"").doesNotContain("onerror=\"");
  }

  private String dom(String address) throws Exception {
    Path out = folder.resolve("dom.html");
    Process browser =
        new ProcessBuilder(command(folder.resolve("reports/index.html").toUri() + address))
            .redirectOutput(out.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try {
      assertThat(browser.waitFor(90, TimeUnit.SECONDS)).as("the browser ended").isTrue();
    } finally {
      browser.descendants().forEach(ProcessHandle::destroyForcibly);
      browser.destroyForcibly();
    }
    return Files.readString(out, StandardCharsets.UTF_8);
  }

  private List<String> command(String page) {
    List<String> command =
        new ArrayList<>(
            List.of(
                chromium.toString(),
                "--headless",
                "--disable-gpu",
                "--user-data-dir=" + folder.resolve("profile")));
    if (System.getProperty("user.name").equals("root")) {
      command.add("--no-sandbox");
    }
    command.addAll(List.of("--dump-dom", page));
    return command;
  }

  private static long count(String text, String regex) {
    return java.util.regex.Pattern.compile(regex).matcher(text).results().count();
  }
}
