package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.run.Project;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where files may lie in a plugin's own repository. */
class ProjectFolderTest {
  private static final Path SOUND = Path.of("src/test/resources/dev/crosscheck/adapter/yaml/sound");

  @TempDir Path temporary;

  private Path outside;
  private Path repository;
  private Path own;

  @BeforeEach
  void layAPluginsRepository() throws IOException {
    outside = temporary.toRealPath();
    repository = outside.resolve("repository");
    own = repository.resolve("crosscheck");
    Path acme = SOUND.resolve("scenarios/acme");
    Files.createDirectories(own.resolve("scenarios"));
    Files.createDirectories(repository.resolve("src"));
    Files.copy(acme.resolve("order-completed.yaml"), own.resolve("scenarios/order.yaml"));
    Files.copy(acme.resolve("web/acme.js"), repository.resolve("src/acme.js"));
    Files.copy(SOUND.resolve("devices.yaml"), own.resolve("devices.yaml"));
    Files.writeString(
        own.resolve("plugin.yaml"),
        Files.readString(acme.resolve("plugin.yaml"))
            .replace("plugin: Acme", "plugin: Acme Analytics (beta)")
            .replace("web/acme.js", "../src/acme.js"));
  }

  @Test
  void findsAPluginsOwnFolderFromItsRepository() {
    Project project = new ProjectReader(repository).read();

    assertThat(project.findings()).isEmpty();
    assertThat(project.plugins())
        .singleElement()
        .satisfies(
            plugin -> {
              assertThat(plugin.id()).isEqualTo("acme-analytics-beta");
              assertThat(plugin.folder()).isEqualTo("crosscheck");
              assertThat(plugin.at()).hasToString("crosscheck/plugin.yaml:1:1");
            });
    assertThat(project.scenarios().get("acme-analytics-beta"))
        .extracting(scenario -> scenario.id())
        .containsExactly("acme-analytics-beta/order");
  }

  @Test
  void takesTheFolderItself() {
    assertThat(new ProjectReader(own).read()).isEqualTo(new ProjectReader(repository).read());
  }

  @Test
  void takesAFolderOfAnyName() throws IOException {
    Files.move(own, repository.resolve("qa"));

    assertThat(TestProject.told(repository.resolve("qa"))).isEmpty();
  }

  @Test
  void ownDevicesOfAFolderComeFirst() throws IOException {
    TestProject.copy(SOUND, repository);

    assertThat(new ProjectReader(repository).read().plugins())
        .extracting(plugin -> plugin.folder())
        .containsExactly("scenarios/acme");
  }

  @Test
  void takesSeveralPluginsInARepositorysFolder() throws IOException {
    Files.delete(own.resolve("plugin.yaml"));
    Files.delete(own.resolve("scenarios/order.yaml"));
    Files.delete(own.resolve("devices.yaml"));
    TestProject.copy(SOUND, own);

    assertThat(new ProjectReader(repository).read().plugins())
        .extracting(plugin -> plugin.folder())
        .containsExactly("crosscheck/scenarios/acme");
  }

  @Test
  void theRepositoryIsWhereItsVersionsAreKept() throws IOException {
    Files.createDirectory(outside.resolve(".git"));
    Files.move(repository.resolve("src"), outside.resolve("src"));
    Path yaml = own.resolve("plugin.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("../src", "../../src"));

    Project project = new ProjectReader(repository).read();

    assertThat(ProjectFolder.at(repository).root()).isEqualTo(outside);
    assertThat(project.plugins())
        .extracting(plugin -> plugin.folder())
        .containsExactly("repository/crosscheck");
  }

  @Test
  void refusesAPathOutOfTheRepository() throws IOException {
    Files.move(repository.resolve("src"), outside.resolve("src"));
    Path yaml = own.resolve("plugin.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("../src", "../../src"));

    assertThat(TestProject.told(repository)).isEqualTo(escaping("../../src/acme.js"));
  }

  @Test
  void refusesALinkOutOfTheRepository() throws IOException {
    Files.move(repository.resolve("src"), outside.resolve("src"));
    Files.createSymbolicLink(repository.resolve("src"), outside.resolve("src"));

    assertThat(TestProject.told(repository)).isEqualTo(escaping("../src/acme.js"));
  }

  @Test
  void refusesALinkOutOfTheRepositoryForTheFolderItself() throws IOException {
    Path elsewhere = Files.createDirectories(outside.resolve("elsewhere/crosscheck"));
    TestProject.copy(own, elsewhere);
    Path linked = Files.createDirectory(outside.resolve("linked"));
    Files.createSymbolicLink(linked.resolve("crosscheck"), elsewhere);
    Files.createDirectories(linked.resolve("src"));
    Files.copy(repository.resolve("src/acme.js"), linked.resolve("src/acme.js"));

    assertThat(TestProject.told(linked)).contains("there is no file '../src/acme.js'");
  }

  @Test
  void aNameThatMakesNoIdStillHasOne() throws IOException {
    Path yaml = own.resolve("plugin.yaml");
    Files.writeString(yaml, Files.readString(yaml).replace("Acme Analytics (beta)", "解析"));

    assertThat(new ProjectReader(own).read().scenarios()).containsOnlyKeys("plugin");
  }

  private static String escaping(String path) {
    return "crosscheck/plugin.yaml:11:13: '"
        + path
        + "' lies outside the plugin's repository [PathEscapes]\n"
        + "  hint: put the file into it\n";
  }
}
