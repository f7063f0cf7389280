package dev.crosscheck.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.device.AppCode;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.support.Samples;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppBuilderTest {
  private static final AndroidPlugin PART =
      new AndroidPlugin(
          Sdk.ANALYTICS_KOTLIN, "com.acme.A", Optional.of("java"), List.of(), List.of());

  @TempDir Path project;

  @Test
  void isTheFileThatThePluginNames() throws Exception {
    Plugin plugin = plugin(Optional.of("host/app.apk"));
    Path app = project.resolve(plugin.folder()).resolve("host/app.apk");
    Files.createDirectories(app.getParent());
    Files.writeString(app, "PK");

    AppCode code = new AppBuilder(project).build(plugin, Sdk.ANALYTICS_KOTLIN);

    assertThat(code.files()).containsExactly(app);
    assertThat(code.factory()).isEqualTo("com.acme.A");
    assertThat(code.sha256())
        .isEqualTo("fcab7fcc2b4cffd9bb45003bfc2e468a04ef6f77ca8200a7341f027631584d25");
  }

  @Test
  void saysHowToBuildOneThatIsNotThere() {
    assertThatThrownBy(
            () ->
                new AppBuilder(project)
                    .build(plugin(Optional.of("host/app.apk")), Sdk.ANALYTICS_KOTLIN))
        .isInstanceOf(Shortage.class)
        .hasMessageStartingWith("there is no app at '")
        .extracting(failed -> ((Shortage) failed).remedy())
        .asString()
        .contains("'crosscheck host android' writes a Gradle project");
  }

  @Test
  void saysSoWhereThePluginNamesNone() {
    assertThatThrownBy(
            () -> new AppBuilder(project).build(plugin(Optional.empty()), Sdk.ANALYTICS_KOTLIN))
        .isInstanceOf(Shortage.class)
        .hasMessage(
            "'" + plugin(Optional.empty()).name() + "' names no app for emulators and phones")
        .extracting(failed -> ((Shortage) failed).remedy())
        .asString()
        .contains("crosscheck host android --plugin ", "as 'app' under 'android'");
  }

  @Test
  void onIosItIsAnotherForEachSdk() throws Exception {
    Plugin plugin = iosPlugin(Optional.of("swift.app"), Optional.of("classic.app"));
    Path app = project.resolve(plugin.folder()).resolve("classic.app");
    Files.createDirectories(app);
    Files.writeString(app.resolve("classic"), "PK");

    AppCode code = new AppBuilder(project).build(plugin, Sdk.ANALYTICS_IOS);

    assertThat(code.files()).containsExactly(app);
    assertThat(code.factory()).isEqualTo("SEGAcme");
    assertThat(code.sha256())
        .isEqualTo("fcab7fcc2b4cffd9bb45003bfc2e468a04ef6f77ca8200a7341f027631584d25");
    assertThatThrownBy(() -> new AppBuilder(project).build(plugin, Sdk.ANALYTICS_SWIFT))
        .isInstanceOf(Shortage.class)
        .hasMessageStartingWith("there is no app at '")
        .extracting(failed -> ((Shortage) failed).remedy())
        .asString()
        .startsWith("build it on a Mac: 'crosscheck host ios' writes a project")
        .contains("'sh xcode.sh build analytics-swift'");
  }

  @Test
  void saysForWhichSdkThePluginNamesNone() {
    Plugin plugin = iosPlugin(Optional.of("swift.app"), Optional.empty());
    assertThatThrownBy(() -> new AppBuilder(project).build(plugin, Sdk.ANALYTICS_IOS))
        .isInstanceOf(Shortage.class)
        .hasMessage(
            "'" + plugin.name() + "' names no app for simulators and iPhones with analytics-ios")
        .extracting(failed -> ((Shortage) failed).remedy())
        .asString()
        .contains("crosscheck host ios --plugin ", "as 'app' under 'analytics-ios'");
  }

  private static Plugin iosPlugin(Optional<String> swift, Optional<String> classic) {
    return Samples.plugin(
        "",
        new IosPart(
            Optional.empty(),
            List.of(
                new IosPlugin(Sdk.ANALYTICS_SWIFT, "Acme", Optional.of("ios"), List.of(), swift),
                new IosPlugin(
                    Sdk.ANALYTICS_IOS, "SEGAcme", Optional.of("ios"), List.of(), classic))));
  }

  private static Plugin plugin(Optional<String> app) {
    return Samples.plugin(new AndroidPart(Optional.empty(), List.of(PART), app));
  }
}
