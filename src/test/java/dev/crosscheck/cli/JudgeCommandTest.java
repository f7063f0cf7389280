package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore.Stored;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.support.SampleRun;
import dev.crosscheck.verdict.Judge;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class JudgeCommandTest {
  @TempDir private Path reports;
  private final Printed out = new Printed();
  private final Printed err = new Printed();

  @Test
  void findsStoredVerdictsEqual() {
    store("revenue");
    store("alias");
    assertThat(judge(reports)).isZero();
    assertThat(out.text()).isEqualTo("2 attempts judged again: all equal\n");
  }

  @Test
  void showsWhereAStoredVerdictDiffers() throws Exception {
    Path verdict = store("revenue").resolve("verdict.json");
    Files.writeString(verdict, Files.readString(verdict).replace("the browser", "a browser"));
    store("alias");
    assertThat(judge(reports)).isEqualTo(1);
    assertThat(out.text())
        .containsPattern(
            """
            different  cells/mixpanel/chromium/revenue/attempt-1
              verdict.json:\\d+
              stored: "reason"\\s*: "a browser is gone",
              now:    "reason"\\s*: "the browser is gone",
            2 attempts judged again: 1 different
            """);
  }

  @Test
  void missesAVerdictThatIsNotThere() throws Exception {
    Files.delete(store("revenue").resolve("verdict.json"));
    assertThat(judge(reports)).isEqualTo(1);
    assertThat(out.text()).contains("there is no verdict.json", "1 attempt judged again: 1 diff");
  }

  @Test
  void saysWhichFileCannotBeRead() throws Exception {
    Path evidence = store("revenue").resolve("evidence.json");
    Files.writeString(evidence, "{");
    assertThat(judge(reports)).isEqualTo(3);
    assertThat(err.text()).contains("evidence.json").doesNotContain("Exception", "\tat ");
  }

  @Test
  void isNotGreenWhereThereIsNothingToJudge() {
    assertThat(judge(reports)).isEqualTo(3);
    assertThat(err.text()).startsWith("there is no evidence in '" + reports + "'\n  hint: ");
    assertThat(judge(reports.resolve("missing"))).isEqualTo(2);
  }

  private Path store(String scenario) {
    FileArchive archive = new FileArchive(reports);
    Evidence sample = new SampleRun().passed(scenario).results().get(0).stored().get().evidence();
    Stored stored =
        archive.store(sample.troubled(Trouble.harness("the browser is gone")), Optional.empty());
    archive.store(stored, new Judge().judge(stored.evidence()));
    return reports.resolve(stored.folder());
  }

  private int judge(Path folder) {
    InstantSource clock = InstantSource.fixed(Instant.EPOCH);
    Shell shell = new Shell(out.stream(), err.stream(), Map.of(), false, clock);
    return Main.execute(shell, "judge", folder.toString());
  }
}
