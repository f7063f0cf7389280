package dev.crosscheck.adapter.robolectric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AndroidArchiveTest {
  private static final String MANIFEST =
      """
      <manifest xmlns:android="http://schemas.android.com/apk/res/android" package="com.acme">
        <uses-permission android:name="android.permission.INTERNET" />
        <application>
          <provider android:name="com.acme.Start" android:authorities="com.acme.start" />
        </application>
      </manifest>
      """;

  @TempDir Path folder;

  @Test
  void takesClassesPermissionsAndProviders() throws Exception {
    AndroidLibrary library =
        unpack(Map.of("classes.jar", "A", "libs/b.jar", "B", "AndroidManifest.xml", MANIFEST));

    assertThat(library.jars()).hasSize(2).allSatisfy(jar -> assertThat(jar).exists());
    assertThat(library.jars().get(0)).hasContent("A");
    assertThat(library.permissions()).containsExactly("android.permission.INTERNET");
    assertThat(library.providers()).containsExactly("com.acme.Start");
    assertThat(library.hindrance()).isEmpty();
  }

  @Test
  void saysWhatItNeedsThatAnEmbeddedDeviceHasNot() throws Exception {
    assertThat(unpack(Map.of("res/layout/a.xml", "<x/>")).hindrance())
        .contains("resources ('res/layout/a.xml')");
    assertThat(unpack(Map.of("jni/x86_64/liba.so", "", "res/values/v.xml", "")).hindrance())
        .contains("native code ('jni/x86_64/liba.so')");
  }

  @Test
  void readsNoEntitiesInAManifest() {
    String evil = "<!DOCTYPE m [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><m>&e;</m>";

    assertThatThrownBy(() -> unpack(Map.of("AndroidManifest.xml", evil)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("AndroidManifest.xml cannot be read");
  }

  private AndroidLibrary unpack(Map<String, String> files) throws IOException {
    Path archive = Files.createTempFile(folder, "acme", ".aar");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(archive))) {
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return AndroidArchive.unpack(archive, Files.createTempDirectory(folder, "into"));
  }
}
