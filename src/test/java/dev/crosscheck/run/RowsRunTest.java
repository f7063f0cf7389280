package dev.crosscheck.run;

import static dev.crosscheck.support.Samples.event;
import static dev.crosscheck.support.Samples.row;
import static dev.crosscheck.support.Samples.table;
import static dev.crosscheck.support.Samples.track;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.archive.FileArchive;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.Times;
import dev.crosscheck.support.FakeDevices.Script;
import dev.crosscheck.support.FakeDevices.Wire;
import dev.crosscheck.support.FakeRun;
import dev.crosscheck.verdict.Judge;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of rows as they are run. */
class RowsRunTest {
  private static final String TRACK = "https://api.partner.test/track";
  private static final Scenario ABC =
      table(
          List.of(track("all"), track("A"), track("B"), track("C")),
          once("a", 1, "A"),
          once("b", 2, "B"),
          once("c", 3, "C"));

  @Test
  void rowsShareOneSessionAndOneSeal() {
    Sending all = new Sending(Set.of());

    CellResult result = run(all, ABC);

    assertThat(result.verdict()).isInstanceOf(Verdict.Passed.class);
    assertThat(result.rows()).extracting(RowVerdict::verdict).containsOnly("passed").hasSize(3);
    assertThat(all.sessions()).hasSize(1);
    assertThat(evidence(result).alone()).isEmpty();
  }

  @Test
  void aRedRowIsRunAgainAloneAndStaysRed() {
    Sending neverB = new Sending(Set.of("B"));

    CellResult result = run(neverB, ABC);

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.verdict().reason()).startsWith("'b': no matching event: ");
    assertThat(result.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("passed", "failed", "passed");
    assertThat(result.rows().get(1).reason()).endsWith("; alone it fails too");
    assertThat(result.attempts()).isEqualTo(1);
    assertThat(neverB.sessions())
        .extracting(events -> events.subList(0, 2))
        .containsExactly(List.of("all", "A"), List.of("all", "B"));
  }

  @Test
  void aRowThatFailsOnlyInCompanySaysSo() {
    Script firstOnly =
        new Script() {
          private boolean sent;

          @Override
          public void onReady(Wire wire) {
            sent = false;
          }

          @Override
          public void on(Step.OnDevice step, Wire wire) {
            if (step instanceof Step.Track call && !call.event().equals("all")) {
              if (!call.event().equals("B") || !sent) {
                wire.post(TRACK, told(call));
              }
              sent = true;
            }
          }
        };

    CellResult result = run(firstOnly, ABC);

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.rows().get(1).reason())
        .endsWith("; alone it passes: it fails only after 'a'");
  }

  @Test
  void ofManyRedRowsThreeAreRunAlone() {
    List<Step> steps = new ArrayList<>();
    List<Row> rows = new ArrayList<>();
    for (String event : List.of("A", "B", "C", "D", "E")) {
      rows.add(once(event, steps.size(), event));
      steps.add(track(event));
    }

    CellResult result =
        run(new Sending(Set.of("B", "C", "D", "E")), table(steps, rows.toArray(Row[]::new)));

    assertThat(evidence(result).alone())
        .extracting(alone -> alone.scenario().rows().get(0).name())
        .containsExactly("B", "C", "D");
    assertThat(result.rows().get(3).reason()).endsWith("; alone it fails too");
    assertThat(result.rows().get(4).reason())
        .startsWith("no matching event")
        .doesNotContain("alone");
  }

  @Test
  void whatCameOfARowAloneIsStoredBesideTheRestAndJudgedFromThere(@TempDir Path reports) {
    FileArchive archive = new FileArchive(reports);

    CellResult result = run(new Sending(Set.of("B")), archive, ABC);

    EvidenceStore.Stored stored = result.stored().orElseThrow();
    assertThat(reports.resolve(stored.folder()).resolve("alone-1/capture.har")).exists();
    assertThat(reports.resolve(stored.folder()).resolve("alone-2")).doesNotExist();
    Evidence read = archive.read(reports.resolve(stored.folder())).evidence();
    assertThat(read.alone()).hasSize(1);
    assertThat(new Judge().judge(read).rows()).isEqualTo(result.rows());
    assertThat(result.rows().get(1).reason()).endsWith("; alone it fails too");
  }

  @Test
  void aRowInWhichTheSessionStopsIsRunAloneToo() {
    Script stuck =
        (step, wire) -> {
          if (step instanceof Step.Track call
              && call.event().equals("B")
              && FakeRun.hasPlugin(wire)) {
            throw new StepNotTaken("track B was not acknowledged");
          } else if (step instanceof Step.Track call) {
            wire.post(TRACK, told(call));
          }
        };

    CellResult result = run(stuck, ABC);

    assertThat(result.verdict()).isInstanceOf(Verdict.Failed.class);
    assertThat(result.rows())
        .extracting(RowVerdict::verdict)
        .containsExactly("broken", "failed", "broken");
    assertThat(result.rows().get(1).reason())
        .isEqualTo("track B was not acknowledged; without the plugin it is; alone it fails too");
  }

  @Test
  void aBrokenCellIsTriedAgainAndNoRowOfItAlone() {
    Script deafToSentinels =
        (step, wire) -> {
          if (step instanceof Step.Track call && Set.of("A", "B", "C").contains(call.event())) {
            wire.post(TRACK, told(call));
          }
        };

    CellResult result = run(deafToSentinels, ABC);

    assertThat(result.verdict()).isInstanceOf(Verdict.Broken.class);
    assertThat(result.attempts()).isEqualTo(2);
    assertThat(result.rows()).extracting(RowVerdict::verdict).containsOnly("broken");
    assertThat(evidence(result).alone()).isEmpty();
  }

  private static Row once(String name, int step, String event) {
    return row(name, step, 1, event(event, Times.exactly(1)));
  }

  private static CellResult run(Script script, Scenario scenario) {
    return run(script, FakeRun::keep, scenario);
  }

  private static CellResult run(Script script, EvidenceStore store, Scenario scenario) {
    return FakeRun.matrix(script, new Settler(), store, List.of(scenario), List.of())
        .cells()
        .get(0);
  }

  private static Evidence evidence(CellResult result) {
    return result.stored().orElseThrow().evidence();
  }

  private static String told(Step.Track call) {
    return call.payload().deepCopy().put("event", call.event()).toString();
  }

  /** Sends every event but these, and remembers which were made in which session. */
  private static final class Sending implements Script {
    private final Set<String> lost;
    private final List<List<String>> sessions = new ArrayList<>();

    Sending(Set<String> lost) {
      this.lost = lost;
    }

    List<List<String>> sessions() {
      return sessions;
    }

    @Override
    public void onReady(Wire wire) {
      sessions.add(new ArrayList<>());
    }

    @Override
    public void on(Step.OnDevice step, Wire wire) {
      if (step instanceof Step.Track call) {
        sessions.get(sessions.size() - 1).add(call.event());
        if (!lost.contains(call.event())) {
          wire.post(TRACK, told(call));
        }
      }
    }
  }
}
