package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.run.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** What {@code docs/in-your-repository.md} shows works. */
class InYourRepositoryPageTest {
  private static final String PAGE = "docs/in-your-repository.md";

  @TempDir Path repository;

  @Test
  void itsFilesAreAWholeCrosscheckFolder() throws IOException {
    FormatPage.read(PAGE).lay(repository);

    Project project = new ProjectReader(repository).read();

    assertThat(project.findings()).isEmpty();
    assertThat(project.plugins()).extracting(plugin -> plugin.id()).containsExactly("acme");
    assertThat(project.scenarios().get("acme")).hasSize(1);
    assertThat(project.devices()).hasSize(1);
  }

  @Test
  void itsWorkflowIsYaml() throws IOException {
    Matcher block =
        Pattern.compile("^```yml\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
            .matcher(Files.readString(Path.of(PAGE)));

    assertThat(block.find()).isTrue();
    assertThat(new Load(LoadSettings.builder().build()).loadFromString(block.group(1)))
        .asInstanceOf(InstanceOfAssertFactories.MAP)
        .containsOnlyKeys("jobs");
  }
}
