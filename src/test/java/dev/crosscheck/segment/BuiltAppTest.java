package dev.crosscheck.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.AndroidCode;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltAppTest {
  private static final AndroidPlugin PART =
      new AndroidPlugin(
          Sdk.ANALYTICS_KOTLIN, "com.acme.A", Optional.of("java"), List.of(), List.of());

  @TempDir Path project;

  @Test
  void isTheFileThatThePluginNames() throws Exception {
    Plugin plugin = plugin(Optional.of("host/app.apk"));
    Path app = project.resolve(plugin.folder()).resolve("host/app.apk");
    Files.createDirectories(app.getParent());
    Files.writeString(app, "abc");

    AndroidCode code = new BuiltApp(project).build(plugin, Sdk.ANALYTICS_KOTLIN);

    assertThat(code.files()).containsExactly(app);
    assertThat(code.factory()).isEqualTo("com.acme.A");
    assertThat(code.sha256())
        .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  }

  @Test
  void saysHowToBuildOneThatIsNotThere() {
    assertThatThrownBy(
            () ->
                new BuiltApp(project)
                    .build(plugin(Optional.of("host/app.apk")), Sdk.ANALYTICS_KOTLIN))
        .isInstanceOf(BuildFailed.class)
        .hasMessage("no app 'host/app.apk' has been built")
        .extracting(failed -> ((BuildFailed) failed).finding().hint())
        .isEqualTo(
            Optional.of("build what 'crosscheck host android --plugin partner --out …' writes"));
  }

  @Test
  void saysSoWhereThePluginNamesNone() {
    assertThatThrownBy(
            () -> new BuiltApp(project).build(plugin(Optional.empty()), Sdk.ANALYTICS_KOTLIN))
        .isInstanceOf(BuildFailed.class)
        .hasMessageContaining("names no app for emulators and phones");
  }

  private static Plugin plugin(Optional<String> app) {
    return Samples.plugin(new AndroidPart(Optional.empty(), List.of(PART), app));
  }
}
