package dev.crosscheck.adapter.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.DecodeStep;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.MessageSource;
import dev.crosscheck.capture.MessageSource.Reading;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.device.Phones;
import dev.crosscheck.device.SecretText;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.DeclaredAnswer;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.SwiftPackage;
import dev.crosscheck.scenario.Waiver;
import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.spec.SpecCall;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** Values of the plugin and the devices of {@code docs/format.md}. */
class PluginFileTest {
  @TempDir Path folder;

  private Project project;
  private Plugin plugin;

  @BeforeEach
  void readThePage() throws IOException {
    FormatPage.read().layInto(folder);
    project = new ProjectReader(folder).read();
    plugin = project.plugins().get(0);
  }

  @Test
  void readsWhatThePluginIs() {
    assertThat(plugin.name()).isEqualTo("Acme");
    assertThat(plugin.id()).isEqualTo("acme");
    assertThat(plugin.folder()).isEqualTo("scenarios/acme");
    assertThat(plugin.at()).isEqualTo(new SourceLocation("scenarios/acme/plugin.yaml", 1, 1));
    assertThat(plugin.sha256()).matches("[0-9a-f]{64}");
    assertThat(plugin.writeKeySetting()).containsExactly("token");
    assertThat(plugin.settings())
        .isEqualTo(json("{\"token\": \"acme-token\", \"trackPages\": true}"));
    assertThat(plugin.supports()).isEqualTo(Supports.EVERYTHING);
    assertThat(plugin.carries())
        .isEqualTo(
            json(
                "{\"revenue\": \"cents\", \"products.sku\": \"uppercase\", \"event\": \"dropped\","
                    + " \"anonymousId\": \"kept\","
                    + " \"identify\": {\"*\": \"dropped\", \"email\": \"sha256\"},"
                    + " \"Order Completed\": {\"event\": \"dropped\", \"revenue\": \"text\"}}"));
    assertThat(plugin.otherPlatforms()).containsExactlyInAnyOrder("android", "ios");
  }

  @Test
  void readsKnownReds() {
    assertThat(plugin.waivers())
        .containsExactly(
            new Waiver(
                new SourceLocation("scenarios/acme/plugin.yaml", 14, 5),
                "every-expectation",
                Optional.empty(),
                "chromium",
                "ticket 4711",
                "2026-11-21"),
            new Waiver(
                new SourceLocation("scenarios/acme/plugin.yaml", 15, 5),
                "every-row",
                Optional.of("an order arrives once"),
                "*",
                "ticket 4712",
                "2026-11-21"));
  }

  @Test
  void readsThePartnersHostsAndAnswers() {
    assertThat(plugin.partner().hosts()).containsExactly("*.acme.example");
    assertThat(plugin.partner().assets()).containsExactly("cdn.acme.example");
    assertThat(plugin.partner().settle()).isEqualTo(Duration.ofMillis(1500));
    assertThat(plugin.partner().answers())
        .containsExactly(
            new DeclaredAnswer(
                new RequestPattern("GET", "*", "/config"),
                200,
                List.of(new Header("Content-Type", "application/json")),
                Body.of("{\"sampling\":1}"),
                Duration.ZERO),
            new DeclaredAnswer(
                new RequestPattern("GET", "cdn.acme.example", "/pixel.gif"),
                200,
                List.of(new Header("Content-Type", "image/gif")),
                Body.of("pixel.gif"),
                Duration.ZERO),
            new DeclaredAnswer(
                new RequestPattern("POST", "*", "/slow*"),
                202,
                List.of(),
                Body.EMPTY,
                Duration.ofMillis(1500)),
            new DeclaredAnswer(
                new RequestPattern("WS", "*", "/replay"),
                DeclaredAnswer.ACCEPTED,
                List.of(),
                Body.of("{\"hello\":1}"),
                Duration.ZERO));
  }

  @Test
  void readsATypeWithOneSource() {
    assertThat(type("event"))
        .isEqualTo(
            new MessageType(
                "event",
                "event",
                List.of(
                    new MessageSource(
                        Set.of(),
                        new RequestPattern("POST", "*", "/track*"),
                        List.of(
                            new DecodeStep.Form("data"),
                            new DecodeStep.Maybe(new DecodeStep.Base64()),
                            new DecodeStep.Json(),
                            new DecodeStep.Each()),
                        Optional.empty(),
                        Map.of(),
                        Optional.of("properties.$insert_id"),
                        Optional.empty(),
                        false,
                        false)),
                Optional.of(new MessageType.Sentinel(SpecCall.TRACK, List.of()))));
  }

  @Test
  void readsATypeWithSeveralSources() {
    MessageType hit = type("hit");

    assertThat(hit.lane()).isEqualTo("analytics");
    assertThat(hit.sentinel()).contains(new MessageType.Sentinel(SpecCall.TRACK, List.of()));
    assertThat(hit.sources()).hasSize(2);
    MessageSource web = hit.sources().get(0);
    assertThat(web.on()).containsExactlyInAnyOrder("web", "android");
    assertThat(web.where())
        .contains(new Pattern.Fields(Map.of("type", new Pattern.Regex("^(event|page)$"))));
    assertThat(web.as())
        .containsExactly(
            Map.entry("event", new MessageSource.Field("event_type", Reading.PLAIN)),
            Map.entry("revenue", new MessageSource.Field("cd[value]", Reading.NUMBER)),
            Map.entry("items", new MessageSource.Field("cd[contents]", Reading.JSON)));
    assertThat(web.at()).contains("sent_at");
    assertThat(hit.sources().get(1).decode())
        .containsExactly(new DecodeStep.Gunzip(), new DecodeStep.Lines(), new DecodeStep.Json());
  }

  @Test
  void readsHowALaneBehaves() {
    assertThat(type("profile").sentinel())
        .contains(new MessageType.Sentinel(SpecCall.IDENTIFY, List.of("event")));
    assertThat(type("late").sources().get(0).leaving()).isTrue();
    assertThat(type("late").sources().get(0).decode())
        .containsExactly(new DecodeStep.FromBody(), new DecodeStep.Json());
    assertThat(type("replay").sources().get(0).ambient()).isTrue();
    assertThat(type("replay").sources().get(0).request())
        .isEqualTo(new RequestPattern("WS", "*", "/replay"));
  }

  @Test
  void readsHowItComesOntoAPage() {
    assertThat(plugin.web())
        .contains(
            new WebPlugin(
                WebPlugin.Way.REGISTER,
                "web/acme.js",
                List.of(
                    new WebPlugin.Library(
                        "https://cdn.acme.example/acme.min.js",
                        "npm:acme-browser@2.83.0/dist/acme.min.js"),
                    new WebPlugin.Library(
                        "https://cdn.acme.example/extra.js", "file:web/extra.js"))));
  }

  @Test
  void readsThePluginsOwnBuild() {
    assertThat(plugin.webBuild().map(Build::command)).contains("npm run build");
    assertThat(plugin.webBuild().map(build -> build.at().file()))
        .contains("scenarios/acme/plugin.yaml");
  }

  @Test
  void readsWhatItIsOnAndroid() {
    AndroidPart android = plugin.android().orElseThrow();

    assertThat(android.build().map(Build::command)).contains("./gradlew assemble");
    assertThat(android.plugins())
        .containsExactly(
            new AndroidPlugin(
                Sdk.ANALYTICS_ANDROID,
                "com.acme.segment.AcmeFactory",
                Optional.of("android/java"),
                List.of(),
                List.of("com.acme:acme-android:2.0.1")),
            new AndroidPlugin(
                Sdk.ANALYTICS_KOTLIN,
                "com.acme.segment.AcmeDestination",
                Optional.empty(),
                List.of("android/acme-kotlin.aar"),
                List.of()));
    assertThat(android.app()).contains("host/app/build/outputs/apk/debug/app-debug.apk");
    assertThat(plugin.isFor(Sdk.ANALYTICS_KOTLIN)).isTrue();
  }

  @Test
  void readsWhatItIsOnIos() {
    IosPart ios = plugin.ios().orElseThrow();

    assertThat(ios.build().map(Build::command)).contains("make host");
    assertThat(ios.plugins())
        .containsExactly(
            new IosPlugin(
                Sdk.ANALYTICS_SWIFT,
                "AcmeDestination",
                Optional.of("ios/swift"),
                List.of(new SwiftPackage("https://github.com/acme/acme-swift", "4.3.1", "Acme")),
                Optional.of("host-ios/build/Acme.app")),
            new IosPlugin(
                Sdk.ANALYTICS_IOS,
                "AcmeIntegrationFactory",
                Optional.of("ios/classic"),
                List.of(),
                Optional.empty()));
    assertThat(plugin.isFor(Sdk.ANALYTICS_IOS)).isTrue();
  }

  @Test
  void readsSimulatorsAndIphones() {
    assertThat(project.devices())
        .containsSequence(
            iphone(
                "iphone-16",
                17,
                new AppiumSpec.Simulator(
                    Optional.of("iPhone 16"), Optional.of("18.2"), Optional.empty(), false),
                Sdk.ANALYTICS_SWIFT),
            iphone(
                "iphone-se",
                18,
                new AppiumSpec.Simulator(
                    Optional.of("iPhone SE (3rd generation)"),
                    Optional.empty(),
                    Optional.empty(),
                    true),
                Sdk.ANALYTICS_IOS),
            iphone(
                "named-iphone",
                19,
                new AppiumSpec.Simulator(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.of("6A1FD3A1-0C0E-4E0C-9B3D-2B6C5E6B4A11"),
                    false),
                Sdk.ANALYTICS_SWIFT),
            iphone(
                "my-iphone",
                20,
                new AppiumSpec.RealIos(Optional.of("00008110-001A2B3C4D5E601E")),
                Sdk.ANALYTICS_SWIFT));
  }

  @Test
  void readsSafariOnAMacAndOnASimulator() {
    BrowserSpec safari =
        new BrowserSpec(
            "safari",
            new SourceLocation("devices.yaml", 21, 3),
            BrowserSpec.Browser.SAFARI,
            false,
            Optional.empty(),
            Optional.empty());
    BrowserSpec mobile =
        new BrowserSpec(
            "mobile-safari",
            new SourceLocation("devices.yaml", 22, 3),
            BrowserSpec.Browser.SAFARI,
            false,
            Optional.empty(),
            Optional.of(new BrowserSpec.Simulator("iPhone 16", Optional.of("18.2"))));

    assertThat(project.devices()).endsWith(safari, mobile);
  }

  private static AppiumSpec iphone(String id, int line, AppiumSpec.Target target, Sdk sdk) {
    return new AppiumSpec(
        id, new SourceLocation("devices.yaml", line, 3), target, sdk, Optional.empty(), Map.of());
  }

  @Test
  void readsAndroidWithinAJvm() {
    assertThat(project.devices())
        .contains(
            new EmbeddedSpec(
                "android-jvm", new SourceLocation("devices.yaml", 9, 3), 34, Sdk.ANALYTICS_ANDROID),
            new EmbeddedSpec(
                "android-jvm-kotlin",
                new SourceLocation("devices.yaml", 10, 3),
                34,
                Sdk.ANALYTICS_KOTLIN));
  }

  @Test
  void readsEmulatorsAndPhones() {
    assertThat(project.devices())
        .containsSequence(
            new AppiumSpec(
                "pixel-8-api-34",
                new SourceLocation("devices.yaml", 11, 3),
                new AppiumSpec.Emulator(Optional.of("Pixel_8_API_34")),
                Sdk.ANALYTICS_KOTLIN,
                Optional.empty(),
                Map.of()),
            new AppiumSpec(
                "my-phone",
                new SourceLocation("devices.yaml", 12, 3),
                new AppiumSpec.RealAndroid(Optional.of("R5CT20ABCDE")),
                Sdk.ANALYTICS_ANDROID,
                Optional.empty(),
                Map.of()),
            new AppiumSpec(
                "farm-pixel",
                new SourceLocation("devices.yaml", 13, 3),
                new AppiumSpec.RealAndroid(Optional.empty()),
                Sdk.ANALYTICS_ANDROID,
                Optional.of(
                    new SecretText(
                        List.of(
                            new SecretText.Plain("https://"),
                            new SecretText.Variable("FARM_USER"),
                            new SecretText.Plain(":"),
                            new SecretText.Variable("FARM_KEY"),
                            new SecretText.Plain("@appium.farm.example/wd/hub")))),
                Map.of(
                    "appium:deviceName",
                    "Pixel 8",
                    "appium:app",
                    "farm://host-app",
                    "farm:options",
                    Map.of(
                        "name",
                        new SecretText(
                            List.of(
                                new SecretText.Plain("build "),
                                new SecretText.Variable("CI_BUILD")))))));
  }

  @Test
  void readsDevicesAndTheSuite() {
    assertThat(project.devices())
        .startsWith(
            new BrowserSpec(
                "chromium",
                new SourceLocation("devices.yaml", 2, 3),
                BrowserSpec.Browser.CHROME,
                true),
            new BrowserSpec(
                "chromium-strict",
                new SourceLocation("devices.yaml", 3, 3),
                BrowserSpec.Browser.CHROME,
                false),
            new BrowserSpec(
                "chrome-pixel-7",
                new SourceLocation("devices.yaml", 4, 3),
                BrowserSpec.Browser.CHROME,
                true,
                Phones.named("Pixel 7"),
                Optional.empty()));
    assertThat(project.suite().rule())
        .isEqualTo(
            "browser chrome, browser firefox, browser webkit, android emulator, ios simulator");
  }

  private MessageType type(String name) {
    return plugin.partner().type(name).orElseThrow();
  }

  private static Object json(String text) {
    return JsonMapper.builder().build().readTree(text);
  }
}
