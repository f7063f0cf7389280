package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class HostIosCommandTest {
  private static final List<String> IOS =
      List.of("ios:", "  analytics-swift: {factory: AcmeDestination, sources: ios}");
  private static final String SPEC = "analytics-swift.yml";

  @TempDir private Path project;
  private HostedProject acme;

  @BeforeEach
  void aPluginForBoth() throws Exception {
    acme =
        new HostedProject(
            project, "ios", "devices: {iphone-16: {ios: simulator, deviceName: iPhone 16}}");
    acme.write("scenarios/acme/ios/Acme.swift", "final class AcmeDestination {}");
    acme.plugin(IOS);
  }

  @Test
  void writesAProjectWithThePluginInIt() throws Exception {
    acme.write(
        "scenarios/acme/where.yaml",
        "scenario: where it is",
        "steps:",
        "  - deep link: acme://orders/7",
        "  - track: There",
        "expect:",
        "  - segment: track");
    Path host = project.resolve("scenarios/acme/host");

    assertThat(acme.host("--plugin", "Acme", "--out", host.toString()))
        .as(acme.err().text())
        .isZero();
    assertThat(acme.out().text())
        .isEqualTo(
            """
            wrote the host app with Acme: %s
            On a Mac with Xcode and XcodeGen, in that folder:
              sh xcode.sh build analytics-swift
            Name it in plugin.yaml:
              ios:
                analytics-swift:
                  app: host/build/analytics-swift/Build/Products/Release-iphonesimulator/Crosscheck.app
            """
                .formatted(host));
    assertThat(host.resolve("Plugin/analytics-swift/sources/Acme.swift"))
        .hasContent("final class AcmeDestination {}");
    assertThat(host.resolve("Plugin/analytics-swift/Plugins.swift"))
        .content()
        .contains("\"AcmeDestination\": { AcmeDestination() },");
    assertThat(host.resolve("README.md"))
        .content()
        .contains("\ncrosscheck host ios --plugin acme --out " + host + "\n");
    assertThat(host.resolve(SPEC)).content().contains("              - \"acme\"\n");
    assertThat(host.resolve("analytics-ios.yml")).doesNotExist();
    assertThat(project.resolve(".crosscheck")).doesNotExist();
  }

  @Test
  void writesAProjectForEachSdk() throws Exception {
    acme.plugin(
        List.of(
            "ios:",
            "  analytics-swift: {factory: AcmeDestination, sources: ios}",
            "  analytics-ios: {factory: AcmeFactory, sources: ios}"));
    Path both = project.resolve("both");
    Path one = project.resolve("one");

    assertThat(acme.host("--plugin", "acme", "--out", both.toString()))
        .as(acme.err().text())
        .isZero();
    assertThat(acme.out().text())
        .contains("  sh xcode.sh build analytics-swift\n  sh xcode.sh build analytics-ios\n")
        .contains("Name it in plugin.yaml (once --out is below 'scenarios/acme'):\n");
    assertThat(acme.host("--plugin", "acme", "--out", one.toString(), "--sdk", "analytics-ios"))
        .isZero();
    assertThat(both.resolve(SPEC)).exists();
    assertThat(both.resolve("analytics-ios.yml")).exists();
    assertThat(one.resolve(SPEC)).doesNotExist();
    assertThat(one.resolve("README.md")).content().contains(" --sdk analytics-ios\n");
  }

  @Test
  void writesItAgain() throws Exception {
    Path host = project.resolve("host");
    acme.host("--plugin", "acme", "--out", host.toString());
    Path built = host.resolve("build/analytics-swift/Crosscheck.app/Crosscheck");
    Files.createDirectories(built.resolveSibling(""));
    Files.writeString(built, "app");
    acme.write(
        "scenarios/acme/ios/Acme.swift", "final class AcmeDestination { let changed = true }");

    assertThat(acme.host("--plugin", "acme", "--out", host.toString())).isZero();
    assertThat(host.resolve("Plugin/analytics-swift/sources/Acme.swift"))
        .content()
        .contains("changed");
    assertThat(built).hasContent("app");
    Files.writeString(host.resolve(SPEC), "mine");
    assertThat(acme.host("--plugin", "acme", "--out", host.toString())).isEqualTo(2);
    assertThat(acme.err().text())
        .isEqualTo(
            "'analytics-swift.yml' in '"
                + host
                + "' did not come from crosscheck like that\n"
                + "  hint: move it away: the plugin's code belongs into the plugin's own folder\n");
  }

  @Test
  void saysWhyThereIsNoSuchApp() throws Exception {
    String host = project.resolve("host").toString();
    String among = project.resolve("scenarios/acme/ios/host").toString();
    assertThat(acme.host("--plugin", "acme", "--out", host, "--sdk", "analytics-ios")).isEqualTo(2);
    assertThat(acme.host("--plugin", "acme", "--out", among)).isEqualTo(2);
    acme.plugin(List.of());
    assertThat(acme.host("--plugin", "acme", "--out", host)).isEqualTo(2);
    assertThat(acme.err().text())
        .isEqualTo(
            """
            'Acme' has no part for 'analytics-ios'
              hint: it is for 'analytics-swift'
            '%s' is among the plugin's sources, 'ios'
              hint: name a folder beside them with --out
            'Acme' has no part for iOS
              hint: write one into plugin.yaml, under ios:
            """
                .formatted(among));
    assertThat(project.resolve("host")).doesNotExist();
  }

  @Test
  void tellsOfItself() {
    assertThat(acme.execute("host", "ios", "--help")).isZero();
    assertThat(acme.out().text())
        .contains("Usage: crosscheck host ios", "--plugin", "--out", "--sdk", "Exit codes:");
  }
}
