package dev.crosscheck.adapter.hostapp;

import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.MavenArtifact;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Puts a plugin into the host app ({@code harness/android}), as a Gradle project. */
public final class HostComposer {
  private static final String CERTIFICATE = "app/src/debug/res/raw/crosscheck_ca.pem";
  private static final String ASSETS = "app/src/debug/assets/";
  private static final String APP_FOLDER = "app/";
  private static final String JAVA = "app/src/main/java";
  private static final String LOCK = "artifacts.lock";
  private static final String APP = "[app]";
  private static final String SEGMENT = "com.segment.analytics.";
  private static final String KOTLIN = "2.2.20";

  /** Files with what they are called in the project. */
  private static final Map<String, String> TEMPLATES =
      Map.of(
          "settings.gradle.kts", "settings.gradle.kts",
          "build.gradle.kts", "build.gradle.kts",
          "gradle.properties", "gradle.properties",
          "gradle/wrapper/gradle-wrapper.properties", "gradle/wrapper/gradle-wrapper.properties",
          "app/build.gradle.kts", "app/build.gradle.kts",
          "app/src/main/AndroidManifest.xml", "app/src/main/AndroidManifest.xml",
          "app/src/debug/AndroidManifest.xml", "app/src/debug/AndroidManifest.xml",
          "app/src/debug/res/xml/crosscheck_network.xml",
              "app/src/debug/res/xml/crosscheck_network.xml",
          "project.md", "README.md",
          "project.gitignore", ".gitignore");

  private final Path harness;
  private final Path project;

  /**
   * @param harness the folder {@code harness/android}
   * @param project the folder to which plugins' folders are relative
   */
  public HostComposer(Path harness, Path project) {
    this.harness = harness;
    this.project = project;
  }

  /**
   * What an app is to be.
   *
   * @param sdks for which of them the plugin goes into it; the app embeds all of Segment's
   * @param permissions that the app asks for, by their full names, beside those for the network
   * @param links URLs that the app opens, beside the harness's own
   * @param certificate that it trusts, as PEM
   * @param fingerprint of it
   * @param apk where the app will be, as plugin.yaml names it
   * @param command that writes it again
   */
  public record Order(
      Plugin plugin,
      List<Sdk> sdks,
      Set<String> permissions,
      Set<String> links,
      String certificate,
      String fingerprint,
      String apk,
      String command) {
    public Order {
      sdks = List.copyOf(sdks);
      permissions = Set.copyOf(permissions);
      links = Set.copyOf(links);
    }
  }

  /**
   * The whole project; writes nothing.
   *
   * @throws CannotHost where the plugin's code cannot be had, or does not fit into one app
   */
  public HostProject of(Order order) throws CannotHost {
    PluginCode code = new PluginCode(project.resolve(order.plugin().folder()));
    for (Sdk sdk : order.sdks()) {
      code.add(part(order.plugin(), sdk));
    }
    SortedMap<String, byte[]> files = new TreeMap<>(code.files());
    try {
      Map<String, String> values = values(order, code);
      for (Map.Entry<String, String> template : TEMPLATES.entrySet()) {
        Template text = new Template(Files.readString(harness.resolve(template.getKey())));
        files.put(template.getValue(), bytes(text.filled(values)));
      }
      addJava(files);
    } catch (IOException | UncheckedIOException e) {
      throw new CannotHost(
          "the host app's files in '" + harness + "' cannot be read: " + e.getMessage(),
          "remove that folder, and try again");
    }
    AppStamp stamp =
        AppStamp.of(
            order.plugin(),
            order.sdks(),
            files.subMap(APP_FOLDER, APP_FOLDER + Character.MAX_VALUE),
            order.fingerprint());
    files.put(CERTIFICATE, bytes(order.certificate()));
    files.put(ASSETS + AppStamp.NAME, stamp.bytes());
    return new HostProject(
        files, order.sdks().stream().collect(Collectors.toMap(sdk -> sdk, sdk -> stamp)));
  }

  private static AndroidPlugin part(Plugin plugin, Sdk sdk) throws CannotHost {
    return plugin
        .android()
        .flatMap(android -> android.of(sdk))
        .orElseThrow(
            () ->
                new CannotHost(
                    "'" + plugin.name() + "' has no part for " + sdk.word(),
                    "name another SDK, or write the part into plugin.yaml"));
  }

  private void addJava(SortedMap<String, byte[]> files) throws IOException {
    try (Stream<Path> all = Files.walk(harness.resolve(JAVA))) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        String path = harness.relativize(file).toString().replace('\\', '/');
        files.put(path, Files.readAllBytes(file));
      }
    }
  }

  private Map<String, String> values(Order order, PluginCode code) throws IOException {
    boolean kotlin = code.hasKotlin();
    Map<String, String> values = new HashMap<>();
    values.put("name", order.plugin().name());
    values.put("command", order.command());
    values.put("apk", order.apk());
    values.put("sdks", order.sdks().stream().map(Sdk::word).collect(Collectors.joining(" and ")));
    values.put(
        "kotlin version",
        kotlin
            ? "  id(\"org.jetbrains.kotlin.android\") version \"" + KOTLIN + "\" apply false"
            : "");
    values.put("kotlin plugin", kotlin ? "  id(\"org.jetbrains.kotlin.android\")" : "");
    values.put("kotlin options", kotlin ? kotlinOptions() : "");
    values.put(
        "segment", segment().stream().map(HostComposer::held).collect(Collectors.joining("\n")));
    values.put("plugin", String.join("\n", dependencies(code)));
    values.put(
        "permissions",
        order.permissions().stream()
            .sorted()
            .map(name -> "  <uses-permission android:name=\"" + name + "\" />")
            .collect(Collectors.joining("\n")));
    values.put("links", links(order.links()));
    return values;
  }

  /** More filters for the activity that the main manifest declares: the two are merged. */
  private static String links(Set<String> urls) {
    if (urls.isEmpty()) {
      return "";
    }
    return urls.stream()
        .map(url -> LinkFilter.of(url).xml())
        .distinct()
        .sorted()
        .collect(
            Collectors.joining(
                "\n", "    <activity android:name=\".MainActivity\">\n", "\n    </activity>"));
  }

  private static String kotlinOptions() {
    return """
    kotlin {
      compilerOptions {
        jvmTarget.set(org.jetbrains.kotlin.gradle.dsl.JvmTarget.JVM_17)
      }
    }""";
  }

  private static List<String> dependencies(PluginCode code) {
    List<String> lines = new ArrayList<>();
    code.artifacts().forEach(artifact -> lines.add(dependency(artifact)));
    code.libraries()
        .forEach(path -> lines.add("  implementation(files(" + KotlinText.literal(path) + "))"));
    return lines;
  }

  /** With what it needs, also where its file is named by its ending. */
  private static String dependency(MavenArtifact artifact) {
    return artifact
        .extension()
        .map(
            ending ->
                "  implementation("
                    + KotlinText.literal(artifact.key() + ":" + artifact.version() + "@" + ending)
                    + ") { isTransitive = true }")
        .orElseGet(() -> held(artifact));
  }

  /** In this version and no other, whatever others ask for (Gradle: rich versions, strictly). */
  private static String held(MavenArtifact artifact) {
    return "  implementation("
        + KotlinText.literal(artifact.key() + ":" + artifact.version() + "!!")
        + ")";
  }

  /** Segment's own artifacts, as the lock of the host app has them. */
  private List<MavenArtifact> segment() throws IOException {
    List<String> lines = Files.readAllLines(harness.resolve(LOCK));
    return lines.stream()
        .dropWhile(line -> !line.equals(APP))
        .skip(1)
        .takeWhile(line -> !line.startsWith("["))
        .filter(line -> line.startsWith(SEGMENT))
        .flatMap(line -> MavenArtifact.parse(line.split(" ")[0]).stream())
        .toList();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
