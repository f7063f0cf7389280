package dev.crosscheck.adapter.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.sample.MemoryReports;
import dev.crosscheck.sample.SampleRun;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixFileTest {
  private static final List<String> SHORT =
      List.of("order-completed", "identify-dates", "array-union", "disabled", "offline");
  private final SampleRun run = new SampleRun();
  @TempDir Path reports;

  @Test
  void readsAsItDidWhenItWasLookedAt() {
    List<CellResult> cells =
        run.results(new FileArchive(reports)).stream()
            .filter(cell -> SHORT.contains(cell.cell().slug()))
            .filter(cell -> !cell.cell().device().equals("chromium"))
            .toList();

    Golden.check(
        "matrix.json", new String(MatrixFile.write(run.matrix(cells)), StandardCharsets.UTF_8));
  }

  @Test
  void followsItsSchema() throws IOException {
    assertThat(problems(MatrixFile.write(run.matrix(run.results(new FileArchive(reports))))))
        .isEmpty();
    assertThat(problems(MatrixFile.write(run.matrix(List.of())))).isEmpty();
  }

  @Test
  void saysWhyADeviceIsNotClosed() throws IOException {
    SampleRun iphones = SampleRun.withIphones();
    byte[] json = MatrixFile.write(iphones.matrix(iphones.results(new FileArchive(reports))));

    assertThat(problems(json)).isEmpty();
    assertThat(MatrixFile.read(json).devices())
        .extracting(TestedDevice::notClosed)
        .containsExactly(
            null,
            null,
            null,
            "its network is its Mac's: what goes round the app's own sessions is not seen",
            "its network is its own: what goes round the app's own sessions is not seen");
  }

  @Test
  void readsAMatrixFromBeforeItSaidWhichDevicesAreClosed() throws IOException {
    SampleRun iphones = SampleRun.withIphones();
    String json = new String(MatrixFile.write(iphones.matrix(List.of())), StandardCharsets.UTF_8);
    String before = json.replaceAll("\n *\"notClosed\": .*", "");

    assertThat(before).isNotEqualTo(json);
    assertThat(problems(before)).isEmpty();
    assertThat(MatrixFile.read(before.getBytes(StandardCharsets.UTF_8)).devices())
        .hasSize(5)
        .extracting(TestedDevice::notClosed)
        .containsOnlyNulls();
  }

  @Test
  void itsSchemaRefusesAnotherShape() throws IOException {
    String json =
        new String(
            MatrixFile.write(run.matrix(run.results(new FileArchive(reports)))),
            StandardCharsets.UTF_8);
    assertThat(problems(json.replace("\"verdict\": \"failed\"", "\"verdict\": \"red\"")))
        .isNotEmpty();
    assertThat(problems(json.replace("\"flaky\"", "\"flakey\""))).isNotEmpty();
    assertThat(problems(json.replace("\"cells/", "\"/tmp/cells/"))).isNotEmpty();
  }

  @Test
  void readsBackWhatItWrote() {
    byte[] json = MatrixFile.write(run.matrix(run.results(new FileArchive(reports))));
    MatrixDocument read = MatrixFile.read(json);

    assertThat(ArchiveJson.write(read)).isEqualTo(json);
    assertThat(read.cells()).hasSize(54);
    assertThat(read.suite().missing()).isNotEmpty();
  }

  @Test
  void saysWhatItCannotRead() {
    assertThatThrownBy(() -> MatrixFile.read("{}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("this version reads 'crosscheck/matrix/1'");
    assertThatThrownBy(() -> MatrixFile.read("[".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("no matrix.json");
  }

  @Test
  void isWrittenAsCellsFinish() {
    MemoryReports memory = new MemoryReports(reports);
    MatrixFile file = new MatrixFile(memory);
    List<CellResult> cells = run.results(new FileArchive(reports));

    file.planned(run.plan());
    file.finished(cells.get(0), run.matrix(cells.subList(0, 1)));

    MatrixDocument soFar =
        MatrixFile.read(memory.text("matrix.json").getBytes(StandardCharsets.UTF_8));
    assertThat(soFar.cells()).hasSize(1);
    assertThat(soFar.run().planned()).isEqualTo(54);
  }

  private static List<?> problems(byte[] json) throws IOException {
    return problems(new String(json, StandardCharsets.UTF_8));
  }

  private static List<?> problems(String json) throws IOException {
    Schema schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(
                Files.readString(Path.of("harness/schema/matrix.schema.json")), InputFormat.JSON);
    return schema.validate(json, InputFormat.JSON);
  }
}
