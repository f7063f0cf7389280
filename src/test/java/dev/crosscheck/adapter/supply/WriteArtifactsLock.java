package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes {@code harness/android/artifacts.lock} anew, from the versions below. Run by name, as the
 * lock's first lines say; it fetches 800 MB where they are not in the local repository yet.
 */
final class WriteArtifactsLock {
  private static final Path LOCK = Path.of("harness", "android", "artifacts.lock");

  private static final String HEADER =
      """
      # What an embedded Android consists of. Written by a program; to raise a version, change it
      # there and run
      #   mvn -q test-compile exec:java -Dexec.classpathScope=test \\
      #     -Dexec.mainClass=dev.crosscheck.adapter.supply.WriteArtifactsLock
      """;

  /** Segment's SDKs. The newer lifecycle is only on Google's repository, and neither needs it. */
  private static final List<Need> APP =
      List.of(
          need("com.segment.analytics.android:analytics:aar:4.11.3", "androidx.core:core-ktx"),
          need("com.segment.analytics.kotlin:core:jar:1.27.0"),
          need("com.segment.analytics.kotlin:android:aar:1.27.0"),
          need("androidx.lifecycle:lifecycle-process:aar:2.2.0"));

  private static final Map<String, String> HELD =
      Stream.of("process", "runtime", "common", "common-java8")
          .collect(Collectors.toMap(name -> "androidx.lifecycle:lifecycle-" + name, n -> "2.2.0"));

  /** Without what {@code harness/android} has classes of its own for. */
  private static final List<Need> ROBOLECTRIC =
      List.of(
          need(
              "org.robolectric:robolectric:jar:4.16.1",
              "androidx.test:monitor",
              "androidx.test.espresso:espresso-idling-resource"));

  /** As Robolectric's own DefaultSdkProvider names them, by API level. */
  private static final Map<String, String> ANDROID =
      Map.of(
          "34", "14-robolectric-10818077-i7",
          "35", "15-robolectric-13954326-i7",
          "36", "16-robolectric-13921718-i7");

  private WriteArtifactsLock() {}

  public static void main(String[] args) throws Shortage, IOException {
    MavenBuild build = MavenBuild.of(System::getProperty, System.getenv());
    Map<String, List<MavenFile>> sections = new LinkedHashMap<>();
    try (MavenClient client = MavenClient.open(build, MavenClient.PUBLIC)) {
      // the child has both on one class path, and so one version of each
      Map<String, String> versions = new LinkedHashMap<>();
      new RuntimeClosure(client, HELD, Set.of())
          .of(Stream.concat(APP.stream(), ROBOLECTRIC.stream()).toList())
          .forEach(file -> versions.put(file.artifact().key(), file.artifact().version()));
      List<MavenFile> app = new RuntimeClosure(client, versions, Set.of()).of(APP);
      sections.put("app", app);
      sections.put("robolectric", new RuntimeClosure(client, versions, keys(app)).of(ROBOLECTRIC));
      for (String api : ANDROID.keySet().stream().sorted().toList()) {
        Need jar = need("org.robolectric:android-all-instrumented:jar:" + ANDROID.get(api));
        sections.put(
            "android-" + api, new RuntimeClosure(client, Map.of(), Set.of()).of(List.of(jar)));
      }
    }
    StringBuilder text = new StringBuilder(HEADER);
    for (Map.Entry<String, List<MavenFile>> section : sections.entrySet()) {
      text.append("\n[").append(section.getKey()).append("]\n");
      for (MavenFile file : section.getValue()) {
        text.append(file.artifact())
            .append(' ')
            .append(MavenArtifacts.hash(file.file()))
            .append('\n');
      }
    }
    Files.createDirectories(LOCK.resolveSibling(""));
    Files.writeString(LOCK, text);
  }

  private static Need need(String written, String... exclusions) {
    return Need.of(MavenArtifact.parse(written).orElseThrow(), exclusions);
  }

  private static Set<String> keys(List<MavenFile> files) {
    return files.stream().map(file -> file.artifact().key()).collect(Collectors.toSet());
  }
}
