package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostAndroidCommandTest {
  private static final List<String> ANDROID =
      List.of("android:", "  analytics-kotlin: {factory: com.acme.Acme, sources: android}");

  @TempDir private Path project;
  private HostedProject acme;

  @BeforeEach
  void aPluginForBoth() throws Exception {
    acme =
        new HostedProject(
            project, "android", "devices: {android-jvm: {android: jvm, sdk: analytics-kotlin}}");
    acme.write(
        "scenarios/acme/android/com/acme/Acme.java", "package com.acme;\npublic class Acme {}");
    acme.plugin(ANDROID);
  }

  @Test
  void writesAProjectWithThePluginAndTheAuthorityInIt() throws Exception {
    acme.write(
        "scenarios/acme/where.yaml",
        "scenario: where it is",
        "steps:",
        "  - grant: android.permission.ACCESS_FINE_LOCATION",
        "  - deny: camera",
        "  - deep link: acme://orders/7",
        "  - track: There",
        "expect:",
        "  - segment: track");
    Path host = project.resolve("scenarios/acme/host");
    Path pem = project.resolve("ca.pem");

    assertThat(acme.host("--plugin", "Acme", "--out", host.toString()))
        .as(acme.err().text())
        .isZero();
    assertThat(acme.out().text())
        .isEqualTo(
            """
            made a certificate authority for test apps, which ends on 2026-03-31 12:00 UTC
            wrote the host app with Acme: %s
            It trusts the authority of this checkout until 2026-03-31 12:00 UTC.
              gradle assembleDebug   builds it there, or open the folder in Android Studio
            Name it in plugin.yaml:
              android:
                app: host/app/build/outputs/apk/debug/app-debug.apk
            """
                .formatted(host));
    assertThat(host.resolve("app/src/plugin/java/com/acme/Acme.java")).exists();
    assertThat(host.resolve("README.md"))
        .content()
        .contains("\ncrosscheck host android --plugin acme --out " + host + "\n");
    assertThat(host.resolve("app/src/debug/AndroidManifest.xml"))
        .content()
        .contains("<uses-permission android:name=\"android.permission.ACCESS_FINE_LOCATION\" />")
        .contains("<data android:scheme=\"acme\" />")
        .doesNotContain("camera");
    assertThat(acme.execute("ca", "--dir", project.toString(), "--out", pem.toString())).isZero();
    assertThat(host.resolve("app/src/debug/res/raw/crosscheck_ca.pem"))
        .hasSameTextualContentAs(pem);
  }

  @Test
  void saysWhatPluginYamlCannotName() {
    assertThat(acme.host("--plugin", "acme", "--out", project.resolve("host").toString())).isZero();
    assertThat(acme.out().text())
        .contains(
            """
            Name it in plugin.yaml (once --out is below 'scenarios/acme'):
              android:
                app: ../../host/app/build/outputs/apk/debug/app-debug.apk
            """);
  }

  @Test
  void isNotWrittenAmongThePluginsSources() {
    Path among = project.resolve("scenarios/acme/android/host");
    assertThat(acme.host("--plugin", "acme", "--out", among.toString())).isEqualTo(2);
    assertThat(acme.err().text())
        .isEqualTo(
            "'"
                + among
                + "' is among the plugin's sources, 'android'\n"
                + "  hint: name a folder beside them with --out\n");
    assertThat(among).doesNotExist();
  }

  @Test
  void writesItAgain() throws Exception {
    Path host = project.resolve("host");
    acme.host("--plugin", "acme", "--out", host.toString());
    acme.write("scenarios/acme/android/com/acme/Acme.java", "package com.acme;\nclass Acme {}");
    assertThat(acme.host("--plugin", "acme", "--out", host.toString())).isZero();
    assertThat(host.resolve("app/src/plugin/java/com/acme/Acme.java"))
        .content()
        .contains("\nclass Acme {}");
    Files.writeString(host.resolve("app/build.gradle.kts"), "mine");
    assertThat(acme.host("--plugin", "acme", "--out", host.toString())).isEqualTo(2);
    assertThat(acme.err().text())
        .isEqualTo(
            "'app/build.gradle.kts' in '"
                + host
                + "' did not come from crosscheck like that\n"
                + "  hint: move it away: the plugin's code belongs into the plugin's own folder\n");
  }

  @Test
  void runsThePluginsOwnBuildFirst() throws Exception {
    acme.plugin(
        List.of(
            "android:",
            "  build: mkdir -p built && echo jar > built/acme.jar",
            "  analytics-android: {factory: com.acme.Acme, libraries: [../../built/acme.jar]}"));
    assertThat(acme.host("--plugin", "acme", "--out", project.resolve("host").toString()))
        .isEqualTo(2);
    assertThat(acme.err().text()).contains("lies outside the plugin's folder");

    acme.plugin(
        List.of(
            "android:",
            "  build: echo jar > scenarios/acme/acme.jar",
            "  analytics-android: {factory: com.acme.Acme, libraries: [acme.jar]}"));
    assertThat(acme.host("--plugin", "acme", "--out", project.resolve("host").toString()))
        .as(acme.err().text())
        .isZero();
    assertThat(project.resolve("host/app/libs/acme.jar")).hasContent("jar");
    assertThat(acme.out().text()).contains("building acme: echo jar");
  }

  @Test
  void saysWhyThereIsNoSuchApp() throws Exception {
    String host = project.resolve("host").toString();
    assertThat(acme.host("--plugin", "acmee", "--out", host)).isEqualTo(2);
    assertThat(acme.host("--plugin", "acme", "--out", host, "--sdk", "analytics-android"))
        .isEqualTo(2);
    acme.plugin(List.of());
    assertThat(acme.host("--plugin", "acme", "--out", host)).isEqualTo(2);
    assertThat(acme.err().text())
        .isEqualTo(
            """
            there is no plugin 'acmee'
              hint: there is 'acme'
            'Acme' has no part for 'analytics-android'
              hint: it is for 'analytics-kotlin'
            'Acme' has no part for Android
              hint: write one into plugin.yaml, under android:
            """);
    assertThat(project.resolve("host")).doesNotExist();
    assertThat(project.resolve(".crosscheck")).doesNotExist();
  }

  @Test
  void asksForAPlatform() {
    assertThat(acme.execute("host")).isEqualTo(2);
    assertThat(acme.err().text())
        .isEqualTo("no platform; try android or ios\n  hint: crosscheck host --help\n");
    assertThat(acme.execute("host", "android", "--help")).isZero();
    assertThat(acme.out().text())
        .contains("Usage: crosscheck host android", "--plugin", "--out", "--sdk", "Exit codes:");
  }
}
