package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.run.Project;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The files of this checkout itself. */
class ProjectReaderTest {
  @Test
  void findsNothingWrongWithTheFilesOfThisCheckout() {
    assertThat(TestProject.told(Path.of(""))).isEmpty();
  }

  @Test
  void readsEveryScenarioOfThisCheckout() {
    Project project = new ProjectReader(Path.of("")).read();

    assertThat(project.plugins()).extracting(plugin -> plugin.id()).contains("mixpanel");
    assertThat(project.scenarios().get("mixpanel")).hasSizeGreaterThan(15);
    assertThat(project.devices()).extracting(device -> device.id()).contains("chromium");
  }
}
