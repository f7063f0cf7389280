package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Mistakes in files that git would not keep as they are. */
class ProjectFilesTest {
  private static final Path SOUND = Path.of("src/test/resources/dev/crosscheck/adapter/yaml/sound");

  @TempDir Path folder;

  private Path project;
  private Path plugin;

  @BeforeEach
  void laySoundProject() throws IOException {
    project = folder.resolve("project");
    TestProject.copy(SOUND, project);
    plugin = project.resolve("scenarios/acme");
  }

  @Test
  void refusesAFileThatIsTooLarge() throws IOException {
    Files.writeString(plugin.resolve("huge.yaml"), "#".repeat(SourceFile.LARGEST + 1));

    assertThat(TestProject.told(project))
        .isEqualTo(
            """
            scenarios/acme/huge.yaml: larger than 1048576 bytes [FileTooLarge]
              hint: split it
            """);
  }

  @Test
  void readsAFileThatIsJustSmallEnough() throws IOException {
    String scenario = Files.readString(plugin.resolve("order-completed.yaml"));
    String comment = "#".repeat(SourceFile.LARGEST - scenario.length() - 1) + "\n";
    Files.writeString(plugin.resolve("order-completed.yaml"), comment + scenario);

    assertThat(TestProject.told(project)).isEmpty();
  }

  @Test
  void refusesAnAnswerThatIsTooLarge() throws IOException {
    try (RandomAccessFile file =
        new RandomAccessFile(plugin.resolve("answer.bin").toFile(), "rw")) {
      file.setLength((10 << 20) + 1);
    }
    Path yaml = plugin.resolve("plugin.yaml");
    String answers = "  answers: [{request: GET /big, file: answer.bin}]\n  messages:";
    Files.writeString(yaml, Files.readString(yaml).replace("  messages:", answers));

    assertThat(TestProject.told(project))
        .isEqualTo(
            "scenarios/acme/plugin.yaml:7:39: the file is larger than 10485760 bytes"
                + " [FileTooLarge]\n");
  }

  @Test
  void survivesHostileNames() throws IOException {
    Path yaml = plugin.resolve("plugin.yaml");
    String hosts = "[" + "a.".repeat(200_000) + "example]";
    Files.writeString(yaml, Files.readString(yaml).replace("[\"*.acme.example\"]", hosts));

    assertThat(TestProject.told(project)).contains("[BadHost]").hasSizeLessThan(1000);
  }

  @Test
  void survivesHostileNamesOfClassesAndPermissions() throws IOException {
    String dotted = "a.".repeat(200_000) + "a";
    Path yaml = plugin.resolve("plugin.yaml");
    String android =
        "android: {analytics-android: {factory: "
            + dotted
            + "., artifacts: ["
            + dotted
            + ":b:1]}}\n";
    Files.writeString(yaml, Files.readString(yaml) + android);
    Path scenario = plugin.resolve("order-completed.yaml");
    String steps = "steps:\n  - grant: " + dotted + "\n  - deep link: " + dotted;
    Files.writeString(scenario, Files.readString(scenario).replace("steps:", steps));

    assertThat(TestProject.findings(project))
        .extracting(finding -> finding.rule())
        .containsExactly("BadName", "BadUrl", "BadName", "BadArtifact");
  }

  @Test
  void tellsOfAFileThatIsNone() throws IOException {
    Files.delete(project.resolve("devices.yaml"));
    Files.createDirectory(project.resolve("devices.yaml"));

    assertThat(TestProject.told(project))
        .startsWith("devices.yaml: cannot be read as a file [UnreadableFile]\n");
  }

  @Test
  void refusesALinkOutOfThePluginsFolder() throws IOException {
    Path outside = Files.writeString(folder.resolve("outside.js"), "export default {};");
    Files.delete(plugin.resolve("web/acme.js"));
    Files.createSymbolicLink(plugin.resolve("web/acme.js"), outside);

    assertThat(TestProject.told(project))
        .isEqualTo(
            """
            scenarios/acme/plugin.yaml:11:13: 'web/acme.js' lies outside the plugin's folder [PathEscapes]
              hint: put the file beside plugin.yaml
            """);
  }

  @Test
  void refusesALinkedFolderToo() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("web"));
    Files.writeString(outside.resolve("acme.js"), "export default {};");
    Files.delete(plugin.resolve("web/acme.js"));
    Files.delete(plugin.resolve("web"));
    Files.createSymbolicLink(plugin.resolve("web"), outside);

    assertThat(TestProject.told(project)).contains("[PathEscapes]");
  }

  @Test
  void refusesALinkedFolderOfSources() throws IOException {
    Path outside = Files.createDirectory(folder.resolve("java"));
    Files.createSymbolicLink(plugin.resolve("java"), outside);
    Path yaml = plugin.resolve("plugin.yaml");
    String android = "android: {analytics-android: {factory: com.acme.Factory, sources: java}}";
    Files.writeString(yaml, Files.readString(yaml) + android + "\n");

    assertThat(TestProject.told(project))
        .isEqualTo(
            """
            scenarios/acme/plugin.yaml:12:67: 'java' lies outside the plugin's folder [PathEscapes]
              hint: put the folder beside plugin.yaml
            """);
  }

  @Test
  void followsALinkWithinThePluginsFolder() throws IOException {
    Files.move(plugin.resolve("web/acme.js"), plugin.resolve("web/real.js"));
    Files.createSymbolicLink(plugin.resolve("web/acme.js"), Path.of("real.js"));

    assertThat(TestProject.told(project)).isEmpty();
  }

  @Test
  void readsAFileWithAByteOrderMarkAndCarriageReturns() throws IOException {
    Path scenario = plugin.resolve("order-completed.yaml");
    String text = "\uFEFF" + Files.readString(scenario).replace("\n", "\r\n");
    Files.writeString(scenario, text, StandardCharsets.UTF_8);

    assertThat(TestProject.told(project)).isEmpty();
  }

  @Test
  void findsAnEmptyFileEmpty() throws IOException {
    Files.writeString(project.resolve("devices.yaml"), "");

    assertThat(TestProject.told(project))
        .isEqualTo("devices.yaml: this file is empty [EmptyFile]\n");
  }

  @Test
  void ignoresAConformanceFolderWithoutScenarios() throws IOException {
    Files.createDirectories(project.resolve("scenarios/conformance"));
    Files.createDirectories(project.resolve("scenarios/.git"));

    assertThat(TestProject.told(project)).isEmpty();
  }

  @Test
  void survivesHostileNesting() throws IOException {
    Files.writeString(plugin.resolve("deep.yaml"), "[".repeat(500_000));
    Files.writeString(plugin.resolve("deep-maps.yaml"), "{a: ".repeat(200_000));

    assertThat(TestProject.findings(project))
        .extracting(finding -> finding.rule())
        .containsExactly("TooDeep", "TooDeep");
  }
}
