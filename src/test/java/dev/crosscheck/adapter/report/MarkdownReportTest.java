package dev.crosscheck.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.sample.MemoryReports;
import dev.crosscheck.sample.SampleRun;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkdownReportTest {
  private final SampleRun run = new SampleRun();
  @TempDir Path folder;

  @Test
  void readsAsItDidWhenItWasLookedAt() {
    Golden.check("matrix.md", written(run.results(new FileArchive(folder))));
  }

  @Test
  void labelsDevicesThatAreNotClosedAndSaysWhy() {
    SampleRun iphones = SampleRun.withIphones();
    List<CellResult> few =
        iphones.results(new FileArchive(folder)).stream()
            .filter(cell -> cell.cell().slug().equals("order-completed"))
            .toList();

    Golden.check("not-closed.md", written(iphones, few));
  }

  @Test
  void holdsNothingThatATerminalObeysOrThatIsMarkup() {
    String text = written(run.results(new FileArchive(folder)));

    assertThat(text.chars().filter(c -> c < ' ' && c != '\n')).isEmpty();
    String outsideBlocks = text.replaceAll("(?s)(`{3,})text\n.*?\n\\1\n", "");
    assertThat(outsideBlocks)
        .doesNotContain("<script")
        .doesNotContain("<img")
        .doesNotContain("<b>");
  }

  @Test
  void keepsABlockClosedThatHoldsAFence() {
    assertThat(Markdown.block("a\n```\nb")).isEqualTo("````text\na\n```\nb\n````\n");
    assertThat(Markdown.code("a`b")).isEqualTo("``a`b``");
    assertThat(Markdown.line("a | b\n@someone <i> *x*"))
        .isEqualTo("a \\| b\\\\u000a&\\#64;someone &lt;i&gt; \\*x\\*");
  }

  @Test
  void saysThatItIsStillRunning() {
    List<CellResult> cells = run.results(new FileArchive(folder)).subList(0, 2);
    assertThat(written(cells)).contains("**Running:** 52 cells are still to come.");
  }

  private String written(List<CellResult> cells) {
    return written(run, cells);
  }

  private String written(SampleRun run, List<CellResult> cells) {
    MemoryReports reports = new MemoryReports(folder);
    new MarkdownReport(reports).ended(run.matrix(cells));
    return reports.text("matrix.md");
  }
}
