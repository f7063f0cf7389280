package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Settler;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.segment.WebDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.verdict.RowVerdict;
import dev.crosscheck.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suite for every plugin is put to the proof: plugins with one flaw each fail it, each by the
 * row that is named for it, and the sound ones that they are made of pass. Takes several minutes,
 * and so is run by name: {@code mvn verify -Dit.test=ConformanceProof}.
 */
@ExtendWith(TestSupply.class)
final class ConformanceProof {
  private static final String BROWSER = "chromium";
  private static final Set<String> SOUND_WEB =
      Arrays.stream(SoundWeb.values()).map(SoundWeb::id).collect(Collectors.toUnmodifiableSet());

  @TempDir(cleanup = CleanupMode.ON_SUCCESS)
  static Path folder;

  private static final Map<String, List<CellResult>> CELLS = new LinkedHashMap<>();
  private static final SeenMismatches NOW = SeenMismatches.read();

  @BeforeAll
  static void run(Supply supply) throws IOException {
    CompletableFuture<Matrix> android = CompletableFuture.supplyAsync(() -> android(supply));
    keep(web(supply));
    keep(android.join());
  }

  private static void keep(Matrix matrix) {
    matrix
        .plugins()
        .forEach(row -> CELLS.put(row.plugin().id(), ProjectRun.cells(matrix, row.plugin().id())));
  }

  private static Matrix web(Supply supply) throws IOException {
    WebVariants plugins =
        FlawedWeb.in(folder.resolve("web"), supply, CaughtBy.flaws(WebFlaw.class), Map.of());
    return ProjectRun.of(
        plugins.conforming(CaughtBy.scenarios(WebFlaw.class, SOUND_WEB)),
        supply,
        Wiring.android(supply, System.getenv()),
        new WebDeployer(plugins),
        new Settler(),
        folder.resolve("web-reports"),
        List.of(BROWSER));
  }

  private static Matrix android(Supply supply) {
    try {
      return androidRun(supply);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Matrix androidRun(Supply supply) throws IOException {
    AndroidKit kit = Wiring.android(supply, System.getenv());
    AndroidVariants plugins =
        FlawedAndroid.in(
            folder.resolve("android"), kit, CaughtBy.flaws(AndroidFlaw.class), Map.of());
    return ProjectRun.of(
        plugins.conforming(CaughtBy.scenarios(AndroidFlaw.class, soundAndroid())),
        supply,
        kit,
        new MobileDeployer(plugins),
        new Settler(),
        folder.resolve("android-reports"),
        List.of());
  }

  private static Set<String> soundAndroid() {
    return Set.copyOf(
        AndroidVariants.SOUND.keySet().stream()
            .map(sdk -> FlawedAndroid.SOUND + sdk.word())
            .toList());
  }

  static List<Flaw> flaws() {
    return CaughtBy.flaws();
  }

  @ParameterizedTest
  @MethodSource("flaws")
  void isCaughtByItsRow(Flaw flaw) {
    CaughtBy row = CaughtBy.of(flaw).orElseThrow();
    List<CellResult> cells = CELLS.getOrDefault(flaw.id(), List.of());

    assertThat(cells).hasSize(1);
    String told = ProjectRun.told(cells.get(0));
    assertThat(cells.get(0).verdict()).as(told).isInstanceOf(Verdict.Failed.class);
    assertThat(cells.get(0).rows())
        .as(told)
        .filteredOn(RowVerdict::isFailed)
        .extracting(RowVerdict::row)
        .contains(row.row());
    RowVerdict said =
        cells.get(0).rows().stream()
            .filter(verdict -> verdict.row().equals(row.row()))
            .findFirst()
            .orElseThrow();
    NOW.put(flaw, said);
    if (!isWriting()) {
      assertThat(NOW.what(flaw)).as(told).isEqualTo(SeenMismatches.read().what(flaw));
    }
  }

  private static boolean isWriting() {
    return "write".equals(System.getProperty("golden"));
  }

  @AfterAll
  static void keep() {
    if (isWriting()) {
      NOW.write();
    }
  }

  @Test
  void theSoundPluginsPass() {
    Stream<CellResult> sound =
        Stream.concat(SOUND_WEB.stream(), soundAndroid().stream())
            .flatMap(id -> CELLS.getOrDefault(id, List.of()).stream());

    assertThat(sound)
        .hasSizeGreaterThan(70)
        .allSatisfy(
            cell ->
                assertThat(cell.verdict())
                    .as(ProjectRun.told(cell))
                    .isInstanceOfAny(Verdict.Passed.class, Verdict.Unsupported.class));
  }
}
