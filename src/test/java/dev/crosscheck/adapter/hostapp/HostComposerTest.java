package dev.crosscheck.adapter.hostapp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.cli.Wiring;
import dev.crosscheck.sample.Golden;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.support.Samples;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

final class HostComposerTest {
  private static final Path HARNESS = Path.of("harness/android");
  private static final List<Sdk> BOTH = List.of(Sdk.ANALYTICS_ANDROID, Sdk.ANALYTICS_KOTLIN);
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";
  private static final String PEM =
      "-----BEGIN CERTIFICATE-----\nMA==\n-----END CERTIFICATE-----\n";

  @TempDir private Path folder;

  /** Everything but the Java, which is there as it is. */
  @Test
  void writesTheMixpanelPluginsApp() throws Exception {
    StringBuilder golden = new StringBuilder();
    SortedMap<String, byte[]> java = new TreeMap<>();
    mixpanel()
        .files()
        .forEach(
            (path, content) -> {
              if (path.endsWith(".java")) {
                java.put(path, content);
              } else {
                golden.append("=== ").append(path).append('\n').append(text(content));
              }
            });
    golden.append("=== Java\n").append(String.join("\n", java.keySet())).append('\n');

    Golden.check(
        "host-android-mixpanel.txt",
        golden.toString().replaceFirst("(\"sources\" *: *)\"[0-9a-f]{64}\"", "$1\"…\""));
    for (Map.Entry<String, byte[]> file : java.entrySet()) {
      Path own =
          file.getKey().startsWith("app/src/plugin/java/")
              ? Path.of("scenarios/mixpanel/android").resolve(file.getKey().substring(20))
              : HARNESS.resolve(file.getKey());
      assertThat(own).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void leavesNoGapAndAsksNoRepositoryButTwo() throws Exception {
    Set<String> repositories =
        mixpanel().files().entrySet().stream()
            .filter(file -> file.getKey().endsWith(".kts"))
            .flatMap(file -> text(file.getValue()).lines())
            .map(String::strip)
            .filter(line -> line.matches("[a-zA-Z]+\\(\\)|.*(maven|url|ivy).*"))
            .collect(Collectors.toSet());

    assertThat(repositories).containsExactlyInAnyOrder("google()", "mavenCentral()");
    mixpanel()
        .files()
        .forEach((path, content) -> assertThat(text(content)).as(path).doesNotContain("@@"));
  }

  @Test
  void theAppTakesLinksAndTrustsTheAuthorityWhereItIsDebugged() throws Exception {
    SortedMap<String, byte[]> files = mixpanel().files();
    Document main = xml(files, "app/src/main/AndroidManifest.xml");
    Document debug = xml(files, "app/src/debug/AndroidManifest.xml");
    Document network = xml(files, "app/src/debug/res/xml/crosscheck_network.xml");

    assertThat(read(main, "//activity/@name")).isEqualTo(".MainActivity");
    assertThat(read(main, "//activity/@exported")).isEqualTo("true");
    assertThat(read(main, "//activity/@launchMode")).isEqualTo("singleTop");
    assertThat(
            read(main, "//intent-filter[action/@name='android.intent.action.VIEW']/data/@scheme"))
        .isEqualTo("crosscheck");
    assertThat(read(main, "//application/@name")).isEqualTo(".HostApplication");
    assertThat(read(main, "//application/@networkSecurityConfig")).isEmpty();
    assertThat(read(main, "count(//uses-permission)")).isEqualTo("2");
    assertThat(read(debug, "//application/@networkSecurityConfig"))
        .isEqualTo("@xml/crosscheck_network");
    assertThat(read(debug, "//uses-permission/@name")).isEqualTo(LOCATION);
    assertThat(read(network, "/network-security-config/debug-overrides//certificates/@src"))
        .isEqualTo("@raw/crosscheck_ca");
    assertThat(read(network, "count(//certificates)")).isEqualTo("1");
    assertThat(files.keySet().stream().filter(path -> path.contains("/res/")))
        .allMatch(path -> path.startsWith("app/src/debug/"));
    assertThat(text(files, "app/src/debug/res/raw/crosscheck_ca.pem")).isEqualTo(PEM);
  }

  @Test
  void theAppOpensWhatScenariosOpen() throws Exception {
    Set<String> links =
        Set.of(
            "shop://orders/7?a=1&b=2",
            "shop://cart",
            "Acme:home",
            "https://Shop.example:8443/orders?x=\"",
            "https://shop.example:8443/orders/<7>",
            "https://shop.example/a",
            "http://no_host/");
    Document debug = xml(mixpanel(links).files(), "app/src/debug/AndroidManifest.xml");

    assertThat(read(debug, "//application/activity/@name")).isEqualTo(".MainActivity");
    assertThat(filters(debug))
        .containsExactly("Acme", "http", "https shop.example", "https shop.example 8443", "shop");
    assertThat(read(debug, "count(//intent-filter[count(data) = 1])")).isEqualTo("5");
    assertThat(
            read(
                debug,
                "count(//intent-filter[action/@name='android.intent.action.VIEW']"
                    + "[category/@name='android.intent.category.DEFAULT']"
                    + "[category/@name='android.intent.category.BROWSABLE'])"))
        .isEqualTo("5");
    assertThat(read(xml(mixpanel().files(), "app/src/debug/AndroidManifest.xml"), "//activity"))
        .as("where no scenario opens anything")
        .isEmpty();
  }

  /** Of each filter what it speaks of: scheme, host, port. */
  private static List<String> filters(Document manifest) throws Exception {
    List<String> filters = new ArrayList<>();
    int all = Integer.parseInt(read(manifest, "count(//intent-filter)"));
    for (int i = 1; i <= all; i++) {
      String data = "//intent-filter[" + i + "]/data/";
      String words =
          read(manifest, data + "@scheme")
              + " "
              + read(manifest, data + "@host")
              + " "
              + read(manifest, data + "@port");
      filters.add(words.strip());
    }
    return filters;
  }

  @Test
  void takesSegmentsVersionsFromTheLock() throws Exception {
    String lock = Files.readString(HARNESS.resolve("artifacts.lock"));
    String build = text(mixpanel().files(), "app/build.gradle.kts");

    assertThat(build.lines().filter(line -> line.contains("com.segment")))
        .hasSize(3)
        .allSatisfy(
            line -> {
              String[] parts = line.replaceAll(".*\"(.*)!!\".*", "$1").split(":");
              assertThat(lock)
                  .containsPattern("(?m)^" + parts[0] + ":" + parts[1] + ":[a-z]+:" + parts[2]);
            });
  }

  @Test
  void gathersSourcesLibrariesAndArtifactsOnce() throws Exception {
    write("src/com/acme/Acme.java", "class Acme {}");
    write("src/notes.txt", "none of the app's");
    write("libs/acme.aar", "aar");
    write("other/acme.aar", "another");
    HostProject project =
        project(
            part(
                Sdk.ANALYTICS_ANDROID,
                "src",
                List.of("libs/acme.aar", "other/acme.aar"),
                "com.acme:acme:1.0.0",
                "com.acme:old:aar:2.0"),
            part(Sdk.ANALYTICS_KOTLIN, "src", List.of("./libs/acme.aar"), "com.acme:acme:1.0.0"));

    assertThat(project.files().keySet())
        .contains(
            "app/src/plugin/java/com/acme/Acme.java", "app/libs/acme.aar", "app/libs/2/acme.aar")
        .noneMatch(path -> path.endsWith(".txt"));
    assertThat(text(project.files(), "app/build.gradle.kts"))
        .endsWith(
            """
              // the plugin under test
              implementation("com.acme:acme:1.0.0!!")
              implementation("com.acme:old:2.0@aar") { isTransitive = true }
              implementation(files("libs/acme.aar"))
              implementation(files("libs/2/acme.aar"))
            }
            """);
  }

  @Test
  void compilesKotlinWhereThePluginHasSome() throws Exception {
    write("src/com/acme/Acme.kt", "class Acme");
    HostProject project = project(part(Sdk.ANALYTICS_KOTLIN, "src", List.of()));

    assertThat(project.files()).containsKey("app/src/plugin/java/com/acme/Acme.kt");
    assertThat(text(project.files(), "build.gradle.kts"))
        .containsPattern(
            "id\\(\"org.jetbrains.kotlin.android\"\\) version \"[\\d.]+\" apply false");
    assertThat(text(project.files(), "app/build.gradle.kts"))
        .contains("  id(\"org.jetbrains.kotlin.android\")\n", "JvmTarget.JVM_17");
    assertThat(text(mixpanel().files(), "app/build.gradle.kts")).doesNotContain("kotlin.android\"");
  }

  @Test
  void saysWhatDoesNotFitIntoOneApp() throws Exception {
    write("a/Acme.java", "class Acme {}");
    write("b/Acme.java", "class Acme { int b; }");
    refused(
        "one app cannot hold two 'Acme.java'",
        part(Sdk.ANALYTICS_ANDROID, "a", List.of()),
        part(Sdk.ANALYTICS_KOTLIN, "b", List.of()));
    refused(
        "one app cannot hold com.acme:acme:1.0 and com.acme:acme:2.0",
        part(Sdk.ANALYTICS_ANDROID, "a", List.of(), "com.acme:acme:1.0"),
        part(Sdk.ANALYTICS_KOTLIN, "a", List.of(), "com.acme:acme:2.0"));
    assertThatThrownBy(() -> project(part(Sdk.ANALYTICS_KOTLIN, "a", List.of("x.aar"))))
        .isInstanceOf(CannotHost.class)
        .hasMessage("there is no file 'x.aar' in the plugin's folder");
    Files.createDirectory(folder.resolve("empty"));
    assertThatThrownBy(() -> project(part(Sdk.ANALYTICS_KOTLIN, "empty", List.of())))
        .isInstanceOf(CannotHost.class)
        .hasMessageStartingWith("there are no .java and no .kt files in '");
  }

  @Test
  void isStampedWithWhatItIsMadeOf() throws Exception {
    write("src/Acme.java", "class Acme {}");
    AndroidPlugin part = part(Sdk.ANALYTICS_KOTLIN, "src", List.of());
    AppStamp stamp = project(part).stamp(Sdk.ANALYTICS_KOTLIN);

    assertThat(project(part).stamp(Sdk.ANALYTICS_KOTLIN)).isEqualTo(stamp);
    assertThat(stamp.sdks()).containsExactly("analytics-kotlin");
    assertThat(stamp.authority()).isEqualTo("AB:CD");
    assertThat(project(part).files().get("app/src/debug/assets/crosscheck.json"))
        .isEqualTo(stamp.bytes());
    write("src/Acme.java", "class Acme { int changed; }");
    assertThat(project(part).stamp(Sdk.ANALYTICS_KOTLIN).sources()).isNotEqualTo(stamp.sources());
  }

  private void refused(String why, AndroidPlugin... parts) {
    assertThatThrownBy(() -> project(parts))
        .isInstanceOfSatisfying(
            CannotHost.class,
            refusal ->
                assertThat(refusal.hint())
                    .isEqualTo("write the app for one of the SDKs, with --sdk"))
        .hasMessage(why);
  }

  private static AndroidPlugin part(
      Sdk sdk, String sources, List<String> libraries, String... artifacts) {
    return new AndroidPlugin(
        sdk, "com.acme.Acme", Optional.of(sources), libraries, List.of(artifacts));
  }

  private HostProject project(AndroidPlugin... parts) throws CannotHost {
    Plugin plugin =
        Samples.plugin("", new AndroidPart(Optional.empty(), List.of(parts), Optional.empty()));
    List<Sdk> sdks = Stream.of(parts).map(AndroidPlugin::sdk).toList();
    return new HostComposer(HARNESS, folder).of(order(plugin, sdks));
  }

  private static HostProject mixpanel() throws CannotHost {
    return mixpanel(Set.of());
  }

  private static HostProject mixpanel(Set<String> links) throws CannotHost {
    Path here = Path.of("");
    Plugin mixpanel =
        Wiring.read(here).plugins().stream()
            .filter(plugin -> plugin.id().equals("mixpanel"))
            .findFirst()
            .orElseThrow();
    return new HostComposer(HARNESS, here).of(order(mixpanel, BOTH, links));
  }

  private static HostComposer.Order order(Plugin plugin, List<Sdk> sdks) {
    return order(plugin, sdks, Set.of());
  }

  private static HostComposer.Order order(Plugin plugin, List<Sdk> sdks, Set<String> links) {
    return new HostComposer.Order(
        plugin,
        sdks,
        Set.of(LOCATION),
        links,
        PEM,
        "AB:CD",
        "../../host/" + HostProject.APK,
        "crosscheck host android --plugin " + plugin.id() + " --out host");
  }

  private void write(String path, String text) throws Exception {
    Files.createDirectories(folder.resolve(path).resolveSibling(""));
    Files.writeString(folder.resolve(path), text);
  }

  private static Document xml(SortedMap<String, byte[]> files, String path) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new ByteArrayInputStream(files.getOrDefault(path, new byte[0])));
  }

  /** Attributes by their names alone. */
  private static String read(Document document, String path) throws Exception {
    String anywhere =
        path.replaceAll(
            "@(\\w+)", "@*[local-name()='android:$1' or name()='android:$1' or name()='$1']");
    return XPathFactory.newInstance().newXPath().evaluate(anywhere, document);
  }

  private static String text(SortedMap<String, byte[]> files, String path) {
    assertThat(files).containsKey(path);
    return text(files.getOrDefault(path, new byte[0]));
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }
}
