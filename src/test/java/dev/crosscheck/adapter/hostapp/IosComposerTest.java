package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.scenario.SwiftPackage;
import dev.crosscheck.support.Samples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

final class IosComposerTest {
  private static final Path HARNESS = Path.of("harness/ios");
  private static final List<Sdk> BOTH = List.of(Sdk.ANALYTICS_SWIFT, Sdk.ANALYTICS_IOS);
  private static final SwiftPackage ACME =
      new SwiftPackage("https://github.com/acme/acme-swift.git", "4.3.1", "Acme");

  @TempDir private Path folder;

  /** Everything but the Swift that is there as it is. */
  @Test
  void writesTheMixpanelPluginsApps() throws Exception {
    StringBuilder golden = new StringBuilder();
    SortedMap<String, byte[]> swift = new TreeMap<>();
    mixpanel()
        .files()
        .forEach(
            (path, content) -> {
              if (path.endsWith(".swift") && !path.endsWith("Plugins.swift")) {
                swift.put(path, content);
              } else {
                golden.append("=== ").append(path).append('\n').append(text(content));
              }
            });
    golden.append("=== Swift\n").append(String.join("\n", swift.keySet())).append('\n');

    Golden.check(
        "host-ios-mixpanel.txt",
        golden.toString().replaceAll("(\"sources\" *: *)\"[0-9a-f]{64}\"", "$1\"…\""));
    for (Map.Entry<String, byte[]> file : swift.entrySet()) {
      String path =
          file.getKey().replaceFirst("^Plugin/[a-z-]+/sources/", "scenarios/mixpanel/ios/");
      Path own = path.equals(file.getKey()) ? HARNESS.resolve(path) : Path.of(path);
      assertThat(own).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void leavesNoGap() throws Exception {
    mixpanel()
        .files()
        .forEach((path, content) -> assertThat(text(content)).as(path).doesNotContain("@@"));
  }

  /** As XcodeGen reads them. */
  @Test
  void everyProjectIsOfOneSdk() throws Exception {
    SortedMap<String, byte[]> files = mixpanel().files();
    for (Sdk sdk : BOTH) {
      Map<?, ?> project = yaml(files, sdk.word() + ".yml");
      Map<?, ?> target = in(in(project, "targets"), "Crosscheck");
      Map<?, ?> packages = in(project, "packages");

      assertThat(project.get("name")).isEqualTo(sdk.word());
      assertThat(target.get("sources"))
          .isEqualTo(List.of("App", "Sdk/" + sdk.word(), "Plugin/" + sdk.word()));
      assertThat(packages.keySet().toString()).isEqualTo("[Segment, mixpanel-swift]");
      assertThat(in(packages, "Segment").get("url"))
          .isEqualTo("https://github.com/segmentio/" + sdk.word());
      assertThat(in(target, "settings").get("PRODUCT_BUNDLE_IDENTIFIER"))
          .isEqualTo("dev.crosscheck.app");
    }
  }

  @Test
  void theAppOpensWhatScenariosOpenAndLeavesTheWebToSafari() throws Exception {
    HostProject project =
        project(
            Set.of("shop://orders/7", "shop://cart", "Acme:home", "https://shop.example/a"),
            part(Sdk.ANALYTICS_SWIFT, Optional.of("src")));
    assertThat(text(project.files(), "analytics-swift.yml"))
        .contains(
            """
                        CFBundleURLSchemes:
                          - crosscheck
                          - "Acme"
                          - "shop"
            """)
        .doesNotContain("https\"");
  }

  @Test
  void takesTheSourcesAndHasSwiftSeeTheHeaders() throws Exception {
    write("src/SEGAcme.m", "@implementation SEGAcme @end");
    write("src/deep/SEGAcme.h", "@interface SEGAcme @end");
    write("src/notes.txt", "none of the app's");
    SortedMap<String, byte[]> files =
        project(Set.of(), part(Sdk.ANALYTICS_IOS, Optional.of("src"))).files();

    assertThat(files)
        .containsKeys(
            "Plugin/analytics-ios/sources/Acme.swift", "Plugin/analytics-ios/sources/SEGAcme.m")
        .doesNotContainKey("Plugin/analytics-ios/sources/notes.txt");
    assertThat(text(files, "Plugin/analytics-ios/Bridging.h"))
        .isEqualTo("#import \"sources/deep/SEGAcme.h\"\n");
    assertThat(text(files, "analytics-ios.yml"))
        .contains("SWIFT_OBJC_BRIDGING_HEADER: Plugin/analytics-ios/Bridging.h");
    assertThat(text(files, "Plugin/analytics-ios/Plugins.swift"))
        .contains("\n  \"Acme\": { Acme() },\n")
        .doesNotContain("import Acme");
  }

  @Test
  void aPluginInAPackageIsImported() throws Exception {
    IosPlugin part = part(Sdk.ANALYTICS_SWIFT, Optional.empty(), ACME);
    SortedMap<String, byte[]> files = project(Set.of(), part).files();

    assertThat(text(files, "Plugin/analytics-swift/Plugins.swift"))
        .startsWith("import Segment\nimport Acme\n");
    assertThat(in(yaml(files, "analytics-swift.yml"), "packages").toString())
        .contains("acme-swift={url=https://github.com/acme/acme-swift.git, exactVersion=4.3.1}");
  }

  @Test
  void aRepositoryIsOnePackageWithANameOfItsOwn() throws Exception {
    IosPlugin part =
        part(
            Sdk.ANALYTICS_SWIFT,
            Optional.empty(),
            new SwiftPackage("https://github.com/acme/Segment", "1.0.0", "AcmeSegment"),
            new SwiftPackage("https://github.com/acme/kit/", "2.0.0", "AcmeKit"),
            new SwiftPackage("https://github.com/acme/kit/", "2.0.0", "AcmeKitUI"),
            new SwiftPackage("https://gitlab.example/kit", "3.0.0", "OtherKit"));
    Map<?, ?> packages =
        in(yaml(project(Set.of(), part).files(), "analytics-swift.yml"), "packages");

    assertThat(packages.keySet().toString()).isEqualTo("[Segment, Segment-2, kit, kit-2]");
  }

  @Test
  void onePackageHasOneVersion() {
    IosPlugin part =
        part(
            Sdk.ANALYTICS_SWIFT,
            Optional.empty(),
            ACME,
            new SwiftPackage(ACME.url(), "4.4.0", "AcmeKit"));
    assertThatThrownBy(() -> project(Set.of(), part))
        .isInstanceOf(CannotHost.class)
        .hasMessage("one app cannot hold " + ACME.url() + " in 4.3.1 and in 4.4.0");
  }

  @Test
  void saysWhatItCannotHost() throws Exception {
    Files.createDirectories(folder.resolve("empty"));
    assertThatThrownBy(() -> project(Set.of(), part(Sdk.ANALYTICS_SWIFT, Optional.of("empty"))))
        .isInstanceOf(CannotHost.class)
        .hasMessage("there is no Swift and no Objective-C in '" + folder.resolve("empty") + "'");
    Plugin swiftAlone = plugin(part(Sdk.ANALYTICS_SWIFT, Optional.empty(), ACME));
    assertThatThrownBy(
            () ->
                new IosComposer(HARNESS, folder)
                    .of(order(swiftAlone, List.of(Sdk.ANALYTICS_IOS), Set.of())))
        .isInstanceOf(CannotHost.class)
        .hasMessage("'Partner' has no part for analytics-ios");
  }

  @Test
  void refusesTwoFilesOfOneNameWhichNoAppCanHold() throws Exception {
    write("src/deep/Registry.swift", "final class Registry {}");
    assertThatThrownBy(() -> project(Set.of(), part(Sdk.ANALYTICS_SWIFT, Optional.of("src"))))
        .isInstanceOf(CannotHost.class)
        .hasMessage(
            "'Registry.swift' is two files of one app:"
                + " Plugin/analytics-swift/sources/deep/Registry.swift"
                + " and Sdk/analytics-swift/Registry.swift");

    write("other/Link.swift", "final class AcmeLink {}");
    write("other/a/Util.m", "// Xcode tells these two apart");
    write("other/b/Util.m", "// by itself");
    assertThat(project(Set.of(), part(Sdk.ANALYTICS_SWIFT, Optional.of("other"))).files())
        .as("of the Swift package, and so of another module")
        .containsKey("Core/Sources/CrosscheckCore/Link.swift");
  }

  /** One who asks for something without saying why is ended by the system. */
  @Test
  void saysWhyItAsksForWhatScenariosMayGrant() throws Exception {
    Map<?, ?> project = yaml(mixpanel().files(), "analytics-swift.yml");
    Map<?, ?> app = in(in(project, "targets"), "Crosscheck");
    Set<?> keys = in(in(app, "info"), "properties").keySet();
    Map<String, String> reasons =
        Map.ofEntries(
            Map.entry("calendar", "NSCalendarsFullAccessUsageDescription"),
            Map.entry("camera", "NSCameraUsageDescription"),
            Map.entry("contacts", "NSContactsUsageDescription"),
            Map.entry("faceid", "NSFaceIDUsageDescription"),
            Map.entry("health", "NSHealthShareUsageDescription"),
            Map.entry("homekit", "NSHomeKitUsageDescription"),
            Map.entry("location", "NSLocationWhenInUseUsageDescription"),
            Map.entry("location-always", "NSLocationAlwaysAndWhenInUseUsageDescription"),
            Map.entry("medialibrary", "NSAppleMusicUsageDescription"),
            Map.entry("microphone", "NSMicrophoneUsageDescription"),
            Map.entry("motion", "NSMotionUsageDescription"),
            Map.entry("photos", "NSPhotoLibraryUsageDescription"),
            Map.entry("reminders", "NSRemindersFullAccessUsageDescription"),
            Map.entry("siri", "NSSiriUsageDescription"),
            Map.entry("speech", "NSSpeechRecognitionUsageDescription"),
            Map.entry("userTracking", "NSUserTrackingUsageDescription"));
    // these need no reason
    Set<String> without = Set.of("notifications");

    for (String permission : Step.Permission.OF_IOS) {
      if (!without.contains(permission)) {
        assertThat(keys.contains(reasons.get(permission))).as(permission).isTrue();
      }
    }
  }

  @Test
  void theStampIsOfWhatTheAppIsMadeOf() throws Exception {
    IosPlugin part = part(Sdk.ANALYTICS_SWIFT, Optional.of("src"));
    AppStamp stamp = stamp(project(Set.of(), part));

    assertThat(project(Set.of(), part).files().get("Plugin/analytics-swift/crosscheck.json"))
        .isEqualTo(stamp.bytes());
    assertThat(stamp.plugin()).isEqualTo(plugin(part).id());
    assertThat(stamp.sdks()).containsExactly("analytics-swift");
    assertThat(stamp.authority()).as("the simulator's keychain has it").isEmpty();
    assertThat(stamp(project(Set.of(), part))).isEqualTo(stamp);
    assertThat(stamp(project(Set.of("shop://a"), part))).isNotEqualTo(stamp);
    assertThat(stamp(project(Set.of(), part(Sdk.ANALYTICS_SWIFT, Optional.of("src"), ACME))))
        .isNotEqualTo(stamp);
    write("src/Acme.swift", "final class Acme { let changed = true }");
    assertThat(stamp(project(Set.of(), part))).isNotEqualTo(stamp);
  }

  @Test
  void theStampIsOfNoOtherSdk() throws Exception {
    IosPlugin swift = part(Sdk.ANALYTICS_SWIFT, Optional.of("src"));
    IosPlugin classic = part(Sdk.ANALYTICS_IOS, Optional.empty(), ACME);
    HostProject both = project(Set.of(), swift, classic);

    assertThat(both.stamp(Sdk.ANALYTICS_SWIFT)).isEqualTo(stamp(project(Set.of(), swift)));
    assertThat(both.stamp(Sdk.ANALYTICS_IOS).sources())
        .isNotEqualTo(both.stamp(Sdk.ANALYTICS_SWIFT).sources());
  }

  private static AppStamp stamp(HostProject project) {
    return project.stamp(Sdk.ANALYTICS_SWIFT);
  }

  private HostProject project(Set<String> links, IosPlugin... parts) throws Exception {
    if (Files.notExists(folder.resolve("src/Acme.swift"))) {
      write("src/Acme.swift", "final class Acme {}");
    }
    List<Sdk> sdks = Stream.of(parts).map(IosPlugin::sdk).toList();
    return new IosComposer(HARNESS, folder).of(order(plugin(parts), sdks, links));
  }

  private static IosPlugin part(Sdk sdk, Optional<String> sources, SwiftPackage... packages) {
    return new IosPlugin(sdk, "Acme", sources, List.of(packages), Optional.empty());
  }

  private static Plugin plugin(IosPlugin... parts) {
    return Samples.plugin("", new IosPart(Optional.empty(), List.of(parts)));
  }

  private static HostProject mixpanel() throws CannotHost {
    Path here = Path.of("");
    Plugin mixpanel =
        Wiring.read(here).plugins().stream()
            .filter(plugin -> plugin.id().equals("mixpanel"))
            .findFirst()
            .orElseThrow();
    return new IosComposer(HARNESS, here).of(order(mixpanel, BOTH, Set.of()));
  }

  private static IosComposer.Order order(Plugin plugin, List<Sdk> sdks, Set<String> links) {
    return new IosComposer.Order(
        plugin,
        sdks,
        links,
        sdk -> "host/" + IosComposer.app(sdk),
        "crosscheck host ios --plugin " + plugin.id() + " --out host");
  }

  private void write(String path, String text) throws Exception {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Files.writeString(folder.resolve(path), text);
  }

  private static Map<?, ?> in(Map<?, ?> map, String key) {
    return (Map<?, ?>) Objects.requireNonNull(map.get(key), key);
  }

  private static Map<?, ?> yaml(SortedMap<String, byte[]> files, String path) {
    return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text(files, path));
  }

  private static String text(SortedMap<String, byte[]> files, String path) {
    assertThat(files).containsKey(path);
    return text(files.getOrDefault(path, new byte[0]));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
