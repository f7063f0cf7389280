package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.run.Filter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppCheckTest {
  private static final Instant BUILT = Instant.parse("2026-03-01T12:00:00Z");
  private static final String STAMP = "app/src/debug/assets/crosscheck.json";
  private static final String LINK =
      """
      scenario: a link
      steps:
        - deep link: acme://orders/7
        - track: Opened
      expect:
        - segment: track
      """;

  @TempDir private Path folder;
  private final Printed out = new Printed();
  private final Printed err = new Printed();
  private Path host;
  private Path apk;

  @BeforeEach
  void anAppThatWasJustBuilt() throws Exception {
    host = folder.resolve("scenarios/acme/host");
    apk = host.resolve("app/build/outputs/apk/debug/app-debug.apk");
    write("devices.yaml", "devices: {farm: {android: real, appium: \"http://127.0.0.1:9\"}}\n");
    write("scenarios/acme/android/com/acme/Acme.java", "package com.acme; class Acme {}");
    write("scenarios/acme/opened.yaml", LINK);
    plugin("  app: host/app/build/outputs/apk/debug/app-debug.apk\n");
    writeHost();
    build();
  }

  @Test
  void hasNothingToSayOfAnAppThatIsWhatWouldBeBuilt() throws Exception {
    assertThat(warnings()).isEmpty();
    assertThat(checkups())
        .containsExactly(
            new Checkup(
                "acme", true, List.of(new Checkup.Remark("app", apk.toString(), Ink.FAINT))));
    touch("scenarios/acme/android/com/acme/Acme.java", 60);
    assertThat(warnings()).as("the same code in a newer file, as in a fresh checkout").isEmpty();
  }

  @Test
  void saysThatThereIsNone() throws Exception {
    Files.delete(apk);
    assertThat(warnings())
        .containsExactly(
            "scenarios/acme/plugin.yaml:1:1: warning: there is no app at '%s' [NoApp]\n  hint: run gradle assembleDebug in '%s'"
                .formatted(apk, host));
    assertThat(checkups()).singleElement().matches(checkup -> !checkup.available());

    plugin("");
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("'Acme' names no app for emulators and phones [NoApp]", "--plugin acme");
  }

  @Test
  void namesTheNewerSource() throws Exception {
    write("scenarios/acme/android/com/acme/Acme.java", "package com.acme; class Acme { int b; }");
    Path source = touch("scenarios/acme/android/com/acme/Acme.java", 60);

    assertThat(warnings())
        .containsExactly(
            ("scenarios/acme/plugin.yaml:1:1: warning: the app '%s' is older than '%s' [StaleApp]\n"
                    + "  hint: write it again with 'crosscheck host android --plugin acme --out %s', and"
                    + " run gradle assembleDebug in '%s'")
                .formatted(apk, source, host, host));
    assertThat(checkups()).singleElement().matches(Checkup::available);

    writeHost();
    assertThat(warnings())
        .as("written again and not yet built")
        .singleElement()
        .asString()
        .contains("is older than '" + host)
        .endsWith("\n  hint: run gradle assembleDebug in '" + host + "'");
    build();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void knowsAnAppOfOtherCodeWhateverTheTimesAre() throws Exception {
    write("scenarios/acme/opened.yaml", LINK.replace("acme://", "shop://"));

    assertThat(warnings())
        .singleElement()
        .asString()
        .contains(
            ("the app '%s' is not what would be written now: 'Acme', its scenarios' links or"
                    + " permissions, or Crosscheck itself has changed since [StaleApp]")
                .formatted(apk));
  }

  @Test
  void goesByTheTimesWhereAnAppIsNotOurs() throws Exception {
    apk("classes.dex", "dex");
    assertThat(warnings()).isEmpty();
    Path source = touch("scenarios/acme/android/com/acme/Acme.java", 60);
    assertThat(warnings()).singleElement().asString().contains("is older than '" + source);
  }

  @Test
  void saysThatAnotherAuthorityIsTrusted() throws Exception {
    execute("ca", "--dir", folder.toString(), "--renew");
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("trusts another certificate authority than this checkout's [OtherAuthority]")
        .contains("crosscheck host android --plugin acme --out " + host);
    Files.delete(folder.resolve(".crosscheck/ca.p12"));
    assertThat(warnings()).as("none is made for it").hasSize(1);
    assertThat(folder.resolve(".crosscheck/ca.p12")).doesNotExist();
  }

  @Test
  void saysThatItHoldsAnotherPlugin() throws Exception {
    apk("assets/crosscheck.json", Files.readString(host.resolve(STAMP)).replace("acme", "other"));
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("the app '" + apk + "' holds 'other' [OtherApp]");
  }

  @Test
  void saysThatItIsForAnotherSdk() throws Exception {
    apk(
        "assets/crosscheck.json",
        Files.readString(host.resolve(STAMP)).replace("analytics-android", "analytics-kotlin"));
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains(
            "the app '%s' is for analytics-kotlin, not for analytics-android [OtherApp]"
                .formatted(apk));
  }

  @Test
  void asksForNoneWhereNoDeviceTakesIt() throws Exception {
    Files.delete(apk);
    write(
        "devices.yaml",
        """
        devices:
          chromium: {browser: chrome}
          farm: {android: real, appium: "http://127.0.0.1:9", capabilities: {"appium:app": a}}
          kotlin: {android: real, appium: "http://127.0.0.1:9", sdk: analytics-kotlin}
        """);
    assertThat(warnings()).isEmpty();
    assertThat(checkups()).isEmpty();
  }

  @Test
  void doctorTellsOfThem() throws Exception {
    Files.delete(apk);
    assertThat(execute("doctor", "--dir", folder.toString())).isEqualTo(3);
    assertThat(out.text())
        .contains(
            "apps for emulators, simulators and phones\n  acme  no   there is no app at '" + apk)
        .contains(", 1 app cannot\n");
  }

  private List<String> warnings() {
    try (Wiring wiring = wiring()) {
      Filter all = new Filter(List.of(), List.of(), List.of());
      return wiring.plan(wiring.project(), all).findings().stream().map(Finding::toString).toList();
    }
  }

  private List<Checkup> checkups() {
    try (Wiring wiring = wiring()) {
      return wiring.apps().checkups(wiring.project());
    }
  }

  private Wiring wiring() {
    return new Wiring(folder, environment(), InstantSource.fixed(BUILT), text -> {});
  }

  private Map<String, String> environment() {
    return Map.of("CROSSCHECK_CACHE", folder.resolve("cache").toString(), "PATH", "/usr/bin:/bin");
  }

  private void writeHost() {
    assertThat(
            execute(
                "host",
                "android",
                "--plugin",
                "acme",
                "--dir",
                folder.toString(),
                "--out",
                host.toString()))
        .as(err.text())
        .isZero();
  }

  private int execute(String... arguments) {
    return Main.execute(
        new Shell(out.stream(), err.stream(), environment(), false, InstantSource.fixed(BUILT)),
        arguments);
  }

  /** As Gradle would: the app with its stamp, newer than all that it is made of. */
  private void build() throws IOException {
    apk("assets/crosscheck.json", Files.readString(host.resolve(STAMP)));
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.filter(path -> !path.equals(apk)).toList()) {
        Files.setLastModifiedTime(file, FileTime.from(BUILT.minusSeconds(60)));
      }
    }
  }

  private void apk(String entry, String content) throws IOException {
    Files.createDirectories(apk.resolveSibling(""));
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(apk))) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(content.getBytes(StandardCharsets.UTF_8));
    }
    Files.setLastModifiedTime(apk, FileTime.from(BUILT));
  }

  private void plugin(String app) throws IOException {
    write(
        "scenarios/acme/plugin.yaml",
        """
        plugin: Acme
        writeKeySetting: token
        settings: {token: t}
        partner:
          hosts: [api.acme.test]
          messages: {event: {request: POST /track, decode: [json], sentinel: track}}
        android:
          analytics-android: {factory: com.acme.Acme, sources: android}
        """
            + app);
  }

  private Path touch(String path, int seconds) throws IOException {
    Path file = folder.resolve(path);
    return Files.setLastModifiedTime(file, FileTime.from(BUILT.plusSeconds(seconds)));
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Files.writeString(folder.resolve(path), text);
  }
}
