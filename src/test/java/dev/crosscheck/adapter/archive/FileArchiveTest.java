package dev.crosscheck.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Body;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore.Stored;
import dev.crosscheck.verdict.Judgement;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileArchiveTest {
  @TempDir Path reports;

  @Test
  void readsBackExactlyWhatItStoredWhateverItIs() throws Exception {
    Set<Class<?>> made = new HashSet<>();
    for (int seed = 0; seed < 400; seed++) {
      AnyValue any = new AnyValue(seed);
      Evidence evidence = evidence(any, new CellId("mixpanel", "chromium", "mixpanel/s" + seed));
      Stored stored = new FileArchive(reports).store(evidence, Optional.empty());

      assertThat(stored.evidence()).as("seed " + seed).isEqualTo(evidence);
      made.addAll(any.made());
    }
    assertThat(made)
        .as("every record of every sealed type was among them")
        .containsAll(permitted(dev.crosscheck.scenario.Step.class))
        .containsAll(permitted(dev.crosscheck.scenario.PartnerBehaviour.class))
        .containsAll(permitted(dev.crosscheck.capture.Network.class))
        .containsAll(permitted(dev.crosscheck.scenario.Expectation.class))
        .containsAll(permitted(dev.crosscheck.match.Pattern.class))
        .containsAll(permitted(dev.crosscheck.match.Pattern.Part.class))
        .containsAll(permitted(dev.crosscheck.capture.DecodeStep.class))
        .contains(dev.crosscheck.device.Observation.Screenshot.class)
        .contains(dev.crosscheck.capture.Frame.class);
  }

  @Test
  void readsEvidenceFromBeforeItSaidWhetherTheWayOutIsClosed() throws Exception {
    FileArchive archive = new FileArchive(reports);
    Stored stored = null;
    for (int seed = 0; stored == null || isClosed(stored); seed++) {
      CellId cell = new CellId("p", "d", "p/s" + seed);
      stored = archive.store(evidence(new AnyValue(seed), cell), Optional.empty());
      assertThat(file(stored).contains("\"notClosed\"")).isNotEqualTo(isClosed(stored));
    }
    Path folder = reports.resolve(stored.folder());
    Files.writeString(
        folder.resolve("evidence.json"),
        file(stored).replaceFirst("\n *\"notClosed\": .*(?=\n)", ""));

    Evidence read = archive.read(folder).evidence();
    assertThat(read.device().notClosed()).isEmpty();
    assertThat(read.device().name()).isEqualTo(stored.evidence().device().name());
    assertThat(read.steps()).isEqualTo(stored.evidence().steps());
  }

  private static boolean isClosed(Stored stored) {
    return stored.evidence().device().notClosed().isEmpty();
  }

  private String file(Stored stored) throws IOException {
    return Files.readString(reports.resolve(stored.folder()).resolve("evidence.json"));
  }

  @Test
  void readsTheSameAfterTheReportsFolderMoved(@TempDir Path elsewhere) throws Exception {
    Evidence evidence = evidence(new AnyValue(7), new CellId("p", "d", "p/s"));
    Stored stored =
        new FileArchive(reports.resolve("reports")).store(evidence, Optional.of(Body.of("png")));

    Path moved = elsewhere.resolve("moved");
    Files.move(reports.resolve("reports"), moved);

    Stored read = new FileArchive(moved).readAll().get(0);
    assertThat(read.evidence()).isEqualTo(stored.evidence());
    assertThat(read.folder()).isEqualTo(stored.folder());
    assertThat(read.screenshot()).isTrue();
    assertThat(stored.folder()).isEqualTo("cells/p/d/s/attempt-" + evidence.attempt());
    assertThat(stored.screenshot()).isTrue();
    assertThat(moved.resolve(stored.folder()).resolve("screenshot.png")).hasContent("png");
  }

  @Test
  void readsEvidenceAgainThatWasPutAway() throws Exception {
    Evidence evidence = evidence(new AnyValue(7), new CellId("p", "d", "p/s"));
    Stored away = new FileArchive(reports).store(evidence, Optional.empty()).putAway();

    assertThat(away.atHand()).isEmpty();
    assertThat(away.evidence()).isEqualTo(evidence);
    Files.delete(reports.resolve(away.folder()).resolve("evidence.json"));
    assertThatThrownBy(away::evidence).isInstanceOf(UncheckedIOException.class);
  }

  @Test
  void leavesNothingOfAnAttemptThatItCannotStoreWhole() throws Exception {
    Evidence evidence = evidence(new AnyValue(7), new CellId("p", "d", "p/s"));
    Path attempt = reports.resolve("cells/p/d/s/attempt-" + evidence.attempt());
    Files.createDirectories(attempt.resolve("evidence.json/in-the-way"));

    assertThatThrownBy(() -> new FileArchive(reports).store(evidence, Optional.of(Body.of("png"))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write '" + attempt.resolve("evidence.json") + "': ");
    assertThat(attempt).doesNotExist();
  }

  @Test
  void leavesNothingOfAnAttemptWhoseVerdictItCannotStore() throws Exception {
    Evidence evidence = evidence(new AnyValue(7), new CellId("p", "d", "p/s"));
    FileArchive archive = new FileArchive(reports);
    Stored stored = archive.store(evidence, Optional.empty());
    Files.createDirectories(reports.resolve(stored.folder()).resolve("verdict.json/in-the-way"));

    assertThatThrownBy(
            () -> archive.store(stored, Judgement.of(new Verdict.Broken("why", List.of()))))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(reports.resolve(stored.folder())).doesNotExist();
  }

  @Test
  void namesNoJavaClassInAnyFile() throws Exception {
    Evidence evidence = evidence(new AnyValue(3), new CellId("p", "d", "p/s"));
    Stored stored = new FileArchive(reports).store(evidence, Optional.empty());

    for (String file : List.of("/evidence.json", "/capture.har")) {
      assertThat(Files.readString(reports.resolve(stored.folder() + file)))
          .doesNotContain("dev.crosscheck")
          .doesNotContain("@class");
    }
  }

  @Test
  void writesTextFilesThatAreSafeToShowInATerminal() throws Exception {
    Evidence evidence = evidence(new AnyValue(11), new CellId("p", "d", "p/s"));
    Stored stored = new FileArchive(reports).store(evidence, Optional.empty());

    for (String file : List.of("/evidence.json", "/capture.har", "/console.log")) {
      String text = Files.readString(reports.resolve(stored.folder() + file));
      assertThat(text.chars().filter(c -> c < ' ' && c != '\n' && c != '\t')).as(file).isEmpty();
      assertThat(text).as(file).doesNotContain("\u009b").doesNotContain("\u202e");
    }
  }

  @Test
  void readsBackEveryVerdictAndWritesTheSameBytesAgain() {
    for (int seed = 0; seed < 40; seed++) {
      AnyValue any = new AnyValue(seed);
      FileArchive archive = new FileArchive(reports);
      CellId cell = new CellId("p", "d", "p/s" + seed);
      Stored stored = archive.store(evidence(any, cell), Optional.empty());
      assertThat(archive.verdict(stored)).isEmpty();

      Judgement verdict = any.of(Judgement.class);
      archive.store(stored, verdict);

      Judgement again = archive.verdict(stored).orElseThrow();
      assertThat(again).isEqualTo(verdict);
      assertThat(reports.resolve(stored.folder()).resolve("verdict.json"))
          .hasBinaryContent(archive.write(again));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"../../etc", "..", "/etc/passwd", "a/../../b", "C:\\x", "", "nul\u0000", "é"})
  void keepsEveryIdInsideTheReportsFolder(String id) throws IOException {
    FileArchive archive = new FileArchive(reports.resolve("reports"));
    Stored stored =
        archive.store(evidence(new AnyValue(1), new CellId(id, id, "x/" + id)), Optional.empty());

    assertThat(stored.folder()).matches("cells(/[A-Za-z0-9_-]+){4}");
    try (Stream<Path> beside = Files.list(reports)) {
      assertThat(beside).containsExactly(reports.resolve("reports"));
    }
  }

  @Test
  void keepsIdsApartThatLookAlikeOnceCleaned() {
    assertThat(FolderName.of("a b")).isNotEqualTo(FolderName.of("a-b"));
    assertThat(FolderName.of("a b")).isNotEqualTo(FolderName.of("a/b"));
    assertThat(FolderName.of("x".repeat(300))).hasSizeLessThan(100);
  }

  @Test
  void refusesToReadOutsideTheReportsFolder() {
    assertThatThrownBy(() -> new FileArchive(reports).read(reports.resolveSibling("other")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("is not in the reports folder");
  }

  @Test
  void namesTheFileWhereReportsIsAFile() throws IOException {
    Path file = Files.writeString(reports.resolve("reports"), "");
    assertThatThrownBy(
            () ->
                new FileArchive(file)
                    .store(
                        evidence(new AnyValue(1), new CellId("p", "d", "p/s")), Optional.empty()))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot write '" + file);
  }

  @Test
  void namesTheFileThatIsNotWhatItWrote() throws IOException {
    FileArchive archive = new FileArchive(reports);
    Stored stored =
        archive.store(evidence(new AnyValue(1), new CellId("p", "d", "p/s")), Optional.empty());
    Path file = reports.resolve(stored.folder()).resolve("evidence.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\"cell\"", "\"sell\""));

    assertThatThrownBy(archive::readAll)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith("cannot read '" + file + "'")
        .hasMessageContaining("sell");
  }

  /** A random attempt at that cell, with a twin. */
  private static Evidence evidence(AnyValue any, CellId cell) {
    Evidence e = shallow(any.of(Evidence.class), cell);
    return any.of(Boolean.class) ? e : e.beside(shallow(any.of(Evidence.class), cell));
  }

  private static Evidence shallow(Evidence e, CellId cell) {
    return new Evidence(
        cell,
        Math.abs(e.attempt() % 9),
        e.scenario(),
        e.plugin(),
        e.device(),
        e.started(),
        e.ended(),
        e.steps(),
        e.windows(),
        e.capture(),
        e.console(),
        e.left(),
        e.trouble(),
        Optional.empty(),
        List.of());
  }

  private static Set<Class<?>> permitted(Class<?> sealed) {
    Set<Class<?>> records = new HashSet<>();
    for (Class<?> type : sealed.getPermittedSubclasses()) {
      if (type.isSealed()) {
        records.addAll(permitted(type));
      } else {
        records.add(type);
      }
    }
    return records;
  }
}
