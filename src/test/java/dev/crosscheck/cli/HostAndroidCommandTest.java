package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostAndroidCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final List<String> WEB =
      List.of(
          "plugin: Acme",
          "writeKeySetting: token",
          "settings: {token: t}",
          "partner:",
          "  hosts: [api.acme.test]",
          "  messages: {event: {request: POST /track, decode: [json], sentinel: track}}",
          "web: {register: web/plugin.js}");
  private static final List<String> ANDROID =
      List.of("android:", "  analytics-kotlin: {factory: com.acme.Acme, sources: android}");

  @TempDir private Path project;
  private final Printed out = new Printed();
  private final Printed err = new Printed();

  @BeforeEach
  void aPluginForBoth() throws Exception {
    write("devices.yaml", "devices: {android-jvm: {android: jvm, sdk: analytics-kotlin}}");
    write("scenarios/acme/web/plugin.js", "export default {}");
    write("scenarios/acme/android/com/acme/Acme.java", "package com.acme;\npublic class Acme {}");
    plugin(ANDROID);
  }

  @Test
  void writesAProjectWithThePluginAndTheAuthorityInIt() throws Exception {
    write(
        "scenarios/acme/where.yaml",
        "scenario: where it is",
        "steps:",
        "  - grant: android.permission.ACCESS_FINE_LOCATION",
        "  - deep link: acme://orders/7",
        "  - track: There",
        "expect:",
        "  - segment: track");
    Path host = project.resolve("scenarios/acme/host");
    Path pem = project.resolve("ca.pem");

    assertThat(host("--plugin", "Acme", "--out", host.toString())).as(err.text()).isZero();
    assertThat(out.text())
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
        .contains("<data android:scheme=\"acme\" />");
    assertThat(execute("ca", "--dir", project.toString(), "--out", pem.toString())).isZero();
    assertThat(host.resolve("app/src/debug/res/raw/crosscheck_ca.pem"))
        .hasSameTextualContentAs(pem);
  }

  @Test
  void saysWhatPluginYamlCannotName() {
    assertThat(host("--plugin", "acme", "--out", project.resolve("host").toString())).isZero();
    assertThat(out.text())
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
    assertThat(host("--plugin", "acme", "--out", among.toString())).isEqualTo(2);
    assertThat(err.text())
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
    host("--plugin", "acme", "--out", host.toString());
    write("scenarios/acme/android/com/acme/Acme.java", "package com.acme;\nclass Acme {}");
    assertThat(host("--plugin", "acme", "--out", host.toString())).isZero();
    assertThat(host.resolve("app/src/plugin/java/com/acme/Acme.java"))
        .content()
        .contains("\nclass Acme {}");
    Files.writeString(host.resolve("app/build.gradle.kts"), "mine");
    assertThat(host("--plugin", "acme", "--out", host.toString())).isEqualTo(2);
    assertThat(err.text())
        .isEqualTo(
            "'app/build.gradle.kts' in '"
                + host
                + "' did not come from crosscheck like that\n"
                + "  hint: move it away: the plugin's code belongs into the plugin's own folder\n");
  }

  @Test
  void runsThePluginsOwnBuildFirst() throws Exception {
    plugin(
        List.of(
            "android:",
            "  build: mkdir -p built && echo jar > built/acme.jar",
            "  analytics-android: {factory: com.acme.Acme, libraries: [../../built/acme.jar]}"));
    assertThat(host("--plugin", "acme", "--out", project.resolve("host").toString())).isEqualTo(2);
    assertThat(err.text()).contains("lies outside the plugin's folder");

    plugin(
        List.of(
            "android:",
            "  build: echo jar > scenarios/acme/acme.jar",
            "  analytics-android: {factory: com.acme.Acme, libraries: [acme.jar]}"));
    assertThat(host("--plugin", "acme", "--out", project.resolve("host").toString()))
        .as(err.text())
        .isZero();
    assertThat(project.resolve("host/app/libs/acme.jar")).hasContent("jar");
    assertThat(out.text()).contains("building acme: echo jar");
  }

  @Test
  void saysWhyThereIsNoSuchApp() throws Exception {
    String host = project.resolve("host").toString();
    assertThat(host("--plugin", "acmee", "--out", host)).isEqualTo(2);
    assertThat(host("--plugin", "acme", "--out", host, "--sdk", "analytics-android")).isEqualTo(2);
    plugin(List.of());
    assertThat(host("--plugin", "acme", "--out", host)).isEqualTo(2);
    assertThat(err.text())
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
    assertThat(execute("host")).isEqualTo(2);
    assertThat(err.text())
        .isEqualTo("no platform; try android or ios\n  hint: crosscheck host --help\n");
    assertThat(execute("host", "android", "--help")).isZero();
    assertThat(out.text())
        .contains("Usage: crosscheck host android", "--plugin", "--out", "--sdk", "Exit codes:");
  }

  private void plugin(List<String> android) throws Exception {
    List<String> lines = new ArrayList<>(WEB);
    lines.addAll(android);
    write("scenarios/acme/plugin.yaml", lines.toArray(String[]::new));
  }

  private void write(String path, String... lines) throws Exception {
    Path file = project.resolve(path);
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private int host(String... arguments) {
    List<String> all = new ArrayList<>(List.of("host", "android", "--dir", project.toString()));
    all.addAll(List.of(arguments));
    return execute(all.toArray(String[]::new));
  }

  private int execute(String... arguments) {
    Map<String, String> environment =
        Map.of("CROSSCHECK_CACHE", project.resolve("cache").toString(), "PATH", "/usr/bin:/bin");
    InstantSource clock = InstantSource.fixed(NOW);
    return Main.execute(
        new Shell(out.stream(), err.stream(), environment, false, clock), arguments);
  }
}
