package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.run.Filter;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.support.FakeMac;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class IosAppCheckTest {
  private static final String SWIFT = "analytics-swift";
  private static final String CLASSIC = "analytics-ios";
  private static final String FARM = ", appium: \"http://127.0.0.1:9\"}";
  private static final String IOS = "{ios: simulator, deviceName: iPhone 16";

  @TempDir private Path folder;
  private HostedProject acme;
  private Path host;

  @BeforeEach
  void anAppForEachSdkThatWasJustBuilt() throws Exception {
    acme = new HostedProject(folder, "ios", devices(FARM));
    host = folder.resolve("scenarios/acme/host");
    acme.write("scenarios/acme/swift/Acme.swift", "final class Acme {}");
    acme.write("scenarios/acme/classic/SEGAcme.m", "@implementation SEGAcme @end");
    acme.write(
        "scenarios/acme/there.yaml",
        "scenario: it is there",
        "steps: [{track: There}]",
        "expect: [{segment: track}]");
    plugin(app(SWIFT));
    writeHost();
    build(SWIFT);
    build(CLASSIC);
    age();
  }

  @Test
  void hasNothingToSayOfAppsThatAreWhatWouldBeBuilt() throws Exception {
    assertThat(warnings()).isEmpty();
    assertThat(checkups())
        .containsExactly(
            new Checkup("acme analytics-swift", true, List.of(where(SWIFT))),
            new Checkup("acme analytics-ios", true, List.of(where(CLASSIC))));
    touch("scenarios/acme/swift/Acme.swift", 60);
    assertThat(warnings()).as("the same code in a newer file, as in a fresh checkout").isEmpty();
  }

  @Test
  void saysThatThereIsNone() throws Exception {
    Files.delete(built(SWIFT).resolve("Crosscheck"));
    Files.delete(built(SWIFT).resolve("crosscheck.json"));
    Files.delete(built(SWIFT));
    assertThat(warnings())
        .containsExactly(
            ("scenarios/acme/plugin.yaml:1:1: warning: there is no app at '%s' [NoApp]\n"
                    + "  hint: on a Mac run 'sh xcode.sh build analytics-swift' in '%s'")
                .formatted(built(SWIFT), host));
    assertThat(checkups()).extracting(Checkup::available).containsExactly(false, true);

    plugin("");
    assertThat(warnings())
        .containsExactly(
            "scenarios/acme/plugin.yaml:1:1: warning: 'Acme' names no app for simulators and iPhones"
                + " with analytics-swift [NoApp]\n"
                + "  hint: build on a Mac what 'crosscheck host ios --plugin acme --out …' writes, and"
                + " name what Xcode makes as 'app' under 'analytics-swift'");
  }

  @Test
  void namesTheNewerSource() throws Exception {
    acme.write("scenarios/acme/swift/Acme.swift", "final class Acme { let changed = true }");
    Path source = touch("scenarios/acme/swift/Acme.swift", 60);

    assertThat(warnings())
        .containsExactly(
            ("scenarios/acme/plugin.yaml:1:1: warning: the app '%s' is older than '%s' [StaleApp]\n"
                    + "  hint: write it again with 'crosscheck host ios --plugin acme --out %s', and"
                    + " on a Mac run 'sh xcode.sh build analytics-swift' in '%s'")
                .formatted(built(SWIFT), source, host, host));
    assertThat(checkups()).allMatch(Checkup::available);

    writeHost();
    assertThat(warnings())
        .as("written again and not yet built; of the other app nothing changed")
        .singleElement()
        .asString()
        .contains("the app '" + built(SWIFT) + "' is older than '" + host)
        .endsWith("\n  hint: on a Mac run 'sh xcode.sh build analytics-swift' in '" + host + "'");
    build(SWIFT);
    age();
    assertThat(warnings()).isEmpty();
  }

  @Test
  void knowsAnAppOfOtherCodeWhateverTheTimesAre() throws Exception {
    stamp(SWIFT, "\"sources\" : \"", "\"sources\" : \"0");
    assertThat(warnings())
        .as("as another Crosscheck has written it")
        .singleElement()
        .asString()
        .contains(
            ("the app '%s' is not what would be written now: 'Acme', its scenarios' links, or"
                    + " Crosscheck itself has changed since [StaleApp]")
                .formatted(built(SWIFT)),
            "crosscheck host ios --plugin acme --out " + host);
    build(SWIFT);
    acme.write(
        "scenarios/acme/where.yaml",
        "scenario: where it is",
        "steps:",
        "  - deep link: acme://orders/7",
        "  - track: There",
        "expect:",
        "  - segment: track");
    age();
    assertThat(warnings()).as("a link in both apps").hasSize(2);
  }

  @Test
  void knowsAnAppOfAnotherPluginYaml() throws Exception {
    acme.plugin(
        List.of(
            "ios:",
            "  analytics-swift: {factory: Other, sources: swift, app: %s}".formatted(app(SWIFT)),
            classic()));
    age();
    assertThat(warnings()).singleElement().asString().contains("'" + built(SWIFT), "[StaleApp]");
  }

  @Test
  void goesByTheTimesWhereAnAppIsNotOurs() throws Exception {
    Files.delete(built(SWIFT).resolve("crosscheck.json"));
    age();
    assertThat(warnings()).isEmpty();
    Path source = touch("scenarios/acme/swift/Acme.swift", 60);
    assertThat(warnings()).singleElement().asString().contains("is older than '" + source);
  }

  @Test
  void saysThatThePluginOrItsSdkIsNotInIt() throws Exception {
    stamp(SWIFT, "\"acme\"", "\"other\"");
    assertThat(warnings())
        .containsExactly(
            ("scenarios/acme/plugin.yaml:1:1: warning: the app '%s' holds 'other' [OtherApp]\n"
                    + "  hint: build on a Mac what 'crosscheck host ios --plugin acme --out …'"
                    + " writes, and name what Xcode makes as 'app' under 'analytics-swift'")
                .formatted(built(SWIFT)));
    plugin(app(CLASSIC));
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains(
            "the app '%s' is for analytics-ios, not for analytics-swift [OtherApp]"
                .formatted(built(CLASSIC)));
  }

  @Test
  void readsWhatIsPacked() throws Exception {
    Path packed = host.resolve("Crosscheck.ipa");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
      zip.putNextEntry(new ZipEntry("Payload/Crosscheck.app/crosscheck.json"));
      zip.write(
          Files.readString(stampIn(SWIFT))
              .replace("acme", "other")
              .getBytes(StandardCharsets.UTF_8));
    }
    plugin("host/Crosscheck.ipa");
    assertThat(warnings())
        .singleElement()
        .asString()
        .contains("the app '" + packed + "' holds 'other' [OtherApp]");
  }

  @Test
  void asksForNoAuthorityWhichTheDeviceIsGiven() {
    acme.execute("ca", "--dir", folder.toString(), "--renew");
    assertThat(warnings()).isEmpty();
  }

  @Test
  void isAskedOnAMacAndSaysNothingElsewhere() throws Exception {
    acme.write("devices.yaml", devices("}"));
    Files.delete(stampIn(SWIFT));
    Files.delete(built(SWIFT).resolve("Crosscheck"));

    assertThat(warnings()).isEmpty();
    assertThat(checkups()).isEmpty();
    assertThat(checkups(new FakeMac(new Presence.Here(folder, Optional.empty()), FakeMac.agent())))
        .extracting(Checkup::name, Checkup::available)
        .containsExactly(tuple("acme analytics-swift", false), tuple("acme analytics-ios", true));
    assertThat(acme.execute("doctor", "--dir", folder.toString())).isEqualTo(3);
    assertThat(acme.out().text())
        .contains("iOS needs macOS and Xcode")
        .doesNotContain("apps for emulators");
  }

  @Test
  void doctorTellsOfThem() throws Exception {
    Files.delete(built(CLASSIC).resolve("Crosscheck"));
    assertThat(acme.execute("doctor", "--dir", folder.toString())).isEqualTo(3);
    assertThat(acme.out().text())
        .contains("apps for emulators, simulators and phones\n  acme analytics-swift  yes  app  ")
        .contains("\n  acme analytics-ios    no   '" + built(CLASSIC) + "' is no app: ")
        .contains("remedy: on a Mac run 'sh xcode.sh build analytics-ios' in '" + host + "'\n")
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

  private List<Checkup> checkups(AppleTools apple) {
    HarnessFiles files = new HarnessFiles(folder.resolve("cache"), Version.number());
    return new AppCheck(folder, files, apple, Optional::empty).checkups(Wiring.read(folder));
  }

  private Wiring wiring() {
    Map<String, String> environment =
        Map.of("CROSSCHECK_CACHE", folder.resolve("cache").toString(), "PATH", "/usr/bin:/bin");
    return new Wiring(folder, environment, () -> HostedProject.NOW, text -> {});
  }

  private static String devices(String end) {
    return "devices:\n  swift: %s%s\n  classic: %s, sdk: analytics-ios%s"
        .formatted(IOS, end, IOS, end);
  }

  /**
   * @param app of analytics-swift; empty for none
   */
  private void plugin(String app) throws Exception {
    acme.plugin(
        List.of(
            "ios:",
            "  analytics-swift: {factory: Acme, sources: swift%s}"
                .formatted(app.isEmpty() ? "" : ", app: " + app),
            classic()));
    touch("scenarios/acme/plugin.yaml", -60);
  }

  private static String classic() {
    return "  analytics-ios: {factory: SEGAcme, sources: classic, app: %s}".formatted(app(CLASSIC));
  }

  private static String app(String sdk) {
    return "host/build/%s/Build/Products/Release-iphonesimulator/Crosscheck.app".formatted(sdk);
  }

  private Path built(String sdk) {
    return folder.resolve("scenarios/acme").resolve(app(sdk));
  }

  private Path stampIn(String sdk) {
    return built(sdk).resolve("crosscheck.json");
  }

  private Checkup.Remark where(String sdk) {
    return new Checkup.Remark("app", built(sdk).toString(), Ink.FAINT);
  }

  private void writeHost() {
    assertThat(acme.host("--plugin", "acme", "--out", host.toString()))
        .as(acme.err().text())
        .isZero();
  }

  /** As Xcode would: the app with its stamp. */
  private void build(String sdk) throws IOException {
    Files.createDirectories(built(sdk));
    Files.writeString(built(sdk).resolve("Crosscheck"), "program");
    Files.copy(
        host.resolve("Plugin/" + sdk + "/crosscheck.json"),
        stampIn(sdk),
        StandardCopyOption.REPLACE_EXISTING);
  }

  private void stamp(String sdk, String old, String now) throws IOException {
    Files.writeString(stampIn(sdk), Files.readString(stampIn(sdk)).replace(old, now));
  }

  /** All is older than the apps. */
  private void age() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        boolean isOfApp = file.startsWith(built(SWIFT)) || file.startsWith(built(CLASSIC));
        touch(folder.relativize(file).toString(), isOfApp ? 0 : -60);
      }
    }
  }

  private Path touch(String path, int seconds) throws IOException {
    return Files.setLastModifiedTime(
        folder.resolve(path), FileTime.from(HostedProject.NOW.plusSeconds(seconds)));
  }
}
