package dev.crosscheck;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.adapter.robolectric.AndroidKit;
import dev.crosscheck.adapter.robolectric.AndroidPluginBuilder;
import dev.crosscheck.adapter.yaml.ProjectReader;
import dev.crosscheck.cli.Wiring;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Settler;
import dev.crosscheck.segment.MobileDeployer;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Cli;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.TinyDisk;
import dev.crosscheck.verdict.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * Plugins for Android that come with libraries an embedded device cannot take, or that lack
 * something: what becomes of their cells.
 */
@ExtendWith(TestSupply.class)
final class BadAndroidPluginIT {
  private static final String PLUGIN =
      """
      plugin: %1$s
      writeKeySetting: token
      settings: {token: t}
      supports: {calls: [track], events: all}
      partner:
        hosts: [api.acme.example]
        messages:
          event: {request: POST /track, sentinel: track}
      android:
        analytics-android:
          factory: test.acme.Acme
          sources: src
      """;
  private static final String SCENARIO =
      """
      scenario: it does no more than to be there
      steps:
        - track: Seen
      expect:
        - console: "${any}"
      """;
  private static final String SOURCE =
      """
      package test.acme;

      import com.segment.analytics.Analytics;
      import com.segment.analytics.ValueMap;
      import com.segment.analytics.integrations.Integration;
      import com.segment.analytics.integrations.TrackPayload;

      public final class Acme extends Integration<Void> implements Integration.Factory {
        public Integration<?> create(ValueMap settings, Analytics analytics) {
          return this;
        }

        public String key() {
          return "%s";
        }

        @Override
        public void track(TrackPayload payload) {
          %s
        }
      }
      """;

  @TempDir static Path folder;

  private static Matrix matrix;

  @BeforeAll
  static void run(Supply supply) throws IOException {
    Path root = project("project");
    withLibrary(root, "layout", Map.of("res/layout/banner.xml", bytes("<x/>")));
    withLibrary(root, "native", Map.of("jni/arm64-v8a/libacme.so", bytes("ELF")));
    add(root, "view", "new android.webkit.WebView(null).loadUrl(\"about:blank\");", "");
    add(root, "gone", "com.acme.Sdk.send();", "    libraries: [acme.aar]\n");
    archive(root.resolve("scenarios/gone/acme.aar"), Map.of("classes.jar", sdkWithoutHelper()));
    AndroidKit kit = Wiring.android(supply, System.getenv());
    matrix =
        ProjectRun.of(
            new ProjectReader(root).read(),
            supply,
            kit,
            new MobileDeployer(new AndroidPluginBuilder(kit, root)),
            new Settler(),
            folder.resolve("reports"),
            List.of());
  }

  @Test
  void whatNeedsResourcesOrNativeCodeIsSkippedWithThatReason() {
    assertSkipped(
        "layout",
        "'acme.aar' needs resources ('res/layout/banner.xml'), which Android in a JVM has not");
    assertSkipped(
        "native",
        "'acme.aar' needs native code ('jni/arm64-v8a/libacme.so'), which Android in a JVM has"
            + " not");
  }

  @Test
  void whatWorksWithAWebViewIsSkippedWithThatReason() {
    assertSkipped("view", "'test.acme.Acme' needs a WebView, which Android in a JVM has not");
  }

  @Test
  void aLibraryWhoseDependencyIsMissingCrashesTheApp() {
    Verdict verdict = cell("gone").verdict();

    assertThat(verdict).isInstanceOf(Verdict.Failed.class);
    assertThat(verdict.reason())
        .contains("the app crashed: java.lang.NoClassDefFoundError: com/acme/Helper");
  }

  @Test
  void aDiskWithoutRoomForAndroidIsToldBeforeAnyCell() throws Exception {
    Path root = project("no-room");
    add(root, "plain", "", "");
    Path repository = Files.createDirectories(folder.resolve("repository"));
    Map<String, String> there =
        Map.of(
            "JAVA_TOOL_OPTIONS",
            "-Dmaven.repo.local=" + repository.toRealPath(),
            "MAVEN_CMD_LINE_ARGS",
            ""); // the build that runs this may be offline
    try (TinyDisk disk = TinyDisk.at(repository);
        Cli run = Cli.start(root, disk.inside(), there, "run")) {
      assertThat(run.code()).isEqualTo(3);
      assertThat(run.out())
          .containsPattern("skipped +android-jvm · plain · plain/seen .*the disk of .* is full");
      assertThat(run.errors()).contains("nothing was judged");
      assertThat(run.family().left()).isEmpty();
      assertThat(run.leftFiles()).isEmpty();
    }
  }

  private static Path project(String name) throws IOException {
    Path root = Files.createDirectories(folder.resolve(name));
    Files.writeString(
        root.resolve("devices.yaml"),
        "devices:\n  android-jvm: {android: jvm, sdk: analytics-android}\n");
    return root;
  }

  private static void assertSkipped(String plugin, String reason) {
    assertThat(cell(plugin).verdict()).isEqualTo(new Verdict.Skipped(reason));
  }

  private static CellResult cell(String plugin) {
    return matrix.cells().stream()
        .filter(cell -> cell.cell().plugin().equals(plugin))
        .findFirst()
        .orElseThrow();
  }

  private static void withLibrary(Path root, String id, Map<String, byte[]> files)
      throws IOException {
    add(root, id, "", "    libraries: [acme.aar]\n");
    Map<String, byte[]> all = new TreeMap<>(files);
    all.put("classes.jar", jar(Map.of()));
    archive(root.resolve("scenarios").resolve(id).resolve("acme.aar"), all);
  }

  private static void add(Path root, String id, String track, String more) throws IOException {
    Path own = root.resolve("scenarios").resolve(id);
    Path sources = Files.createDirectories(own.resolve("src/test/acme"));
    Files.writeString(own.resolve("plugin.yaml"), PLUGIN.formatted(id) + more);
    Files.writeString(own.resolve("seen.yaml"), SCENARIO);
    Files.writeString(sources.resolve("Acme.java"), SOURCE.formatted(id, track));
  }

  /** The classes of an SDK, but for one that it needs. */
  private static byte[] sdkWithoutHelper() throws IOException {
    Path sources = Files.createDirectories(folder.resolve("sdk/com/acme"));
    Path sdk = sources.resolve("Sdk.java");
    Path helper = sources.resolve("Helper.java");
    Files.writeString(
        sdk, "package com.acme; public class Sdk { public static void send() { Helper.help(); } }");
    Files.writeString(helper, "package com.acme; class Helper { static void help() {} }");
    List<String> arguments = new ArrayList<>(List.of("--release", "11"));
    arguments.addAll(List.of(sdk.toString(), helper.toString()));
    int failures =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(failures).isZero();
    return jar(Map.of("com/acme/Sdk.class", Files.readAllBytes(sources.resolve("Sdk.class"))));
  }

  private static byte[] jar(Map<String, byte[]> files) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, files);
    return bytes.toByteArray();
  }

  private static void archive(Path file, Map<String, byte[]> files) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      write(out, files);
    }
  }

  private static void write(OutputStream out, Map<String, byte[]> files) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
