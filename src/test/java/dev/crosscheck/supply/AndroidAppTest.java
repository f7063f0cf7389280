package dev.crosscheck.supply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AndroidAppTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");

  @TempDir Path folder;
  private Path project;
  private Path apk;

  @BeforeEach
  void begin() throws IOException {
    project = folder.resolve("host");
    apk = project.resolve("app/build/outputs/apk/debug/app-debug.apk");
    write(project.resolve("settings.gradle"), "", -60);
    write(project.resolve("app/src/Main.java"), "", -60);
    write(apk, "PK\3\4", 0);
  }

  @Test
  void isThere() {
    assertThat(app().look()).isEqualTo(new Presence.Here(apk, Optional.empty()));
    assertThat(app().newerSource(List.of())).isEmpty();
  }

  @Test
  void saysWhereAndHowAMissingOneIsBuilt() throws Exception {
    Files.delete(apk);

    assertThat(app().look())
        .isEqualTo(
            new Presence.Missing(
                "there is no app at '" + apk + "'",
                "run gradle assembleDebug in '" + project + "'"));
    assertThat(app().newerSource(List.of())).as("which look says").isEmpty();
  }

  @Test
  void saysHowToGetAProjectWhereThereIsNone() {
    Presence look = new AndroidApp(folder.resolve("none.apk")).look();

    assertThat(((Presence.Missing) look).remedy())
        .isEqualTo(
            "build it: 'crosscheck host android' writes a Gradle project with the plugin in it, and"
                + " gradle assembleDebug there makes the app");
  }

  @Test
  void namesTheProjectsOwnGradle() throws Exception {
    Files.delete(apk);
    write(project.resolve("gradlew"), "", -60);

    assertThat(((Presence.Missing) app().look()).remedy())
        .isEqualTo("run ./gradlew assembleDebug in '" + project + "'");
  }

  @Test
  void refusesWhatIsNoApk() throws Exception {
    write(apk, "<html>not found</html>", 0);

    assertThat(((Presence.Missing) app().look()).reason()).isEqualTo("'" + apk + "' is not an APK");
  }

  @Test
  void namesTheNewestSourceOfItsProject() throws Exception {
    write(project.resolve("app/src/Other.java"), "", 1);
    write(project.resolve("app/src/Newest.java"), "", 2);

    assertThat(app().newerSource(List.of())).contains(project.resolve("app/src/Newest.java"));
  }

  @Test
  void looksAtThePluginToo() throws Exception {
    Path source = folder.resolve("plugin/Destination.java");
    write(source, "", 1);

    assertThat(app().newerSource(List.of())).isEmpty();
    assertThat(app().newerSource(List.of(folder.resolve("plugin"), folder.resolve("gone"))))
        .contains(source);
    assertThat(app().newerSource(List.of(source))).isPresent();
  }

  @Test
  void passesOverWhatToolsWrite() throws Exception {
    write(project.resolve("app/build/tmp/x.class"), "", 9);
    write(project.resolve(".gradle/x.lock"), "", 9);
    write(project.resolve("local.properties"), "", 9);

    assertThat(app().newerSource(List.of())).isEmpty();
  }

  private AndroidApp app() {
    return new AndroidApp(apk);
  }

  private static void write(Path file, String text, int seconds) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    Files.setLastModifiedTime(file, FileTime.from(BUILT.plusSeconds(seconds)));
  }
}
