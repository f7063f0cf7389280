package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.supply.MavenArtifact;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArtifactsLockTest {
  private static final String HASH = "0123456789abcdef".repeat(4);

  @Test
  void readsSectionsInTheirOrder() {
    ArtifactsLock lock =
        ArtifactsLock.parse(
            "x.lock",
            """
            # why
            [app]
            com.acme:app:aar:1.0 %1$s
              com.acme:ui:jar:2.0-i7   %1$s  # how

            [android-34]
            com.acme:ui:jar:3.0 %1$s
            [empty]
            """
                .formatted(HASH));

    assertThat(lock.sections())
        .containsExactly(
            Map.entry("app", List.of(entry("app", "aar", "1.0"), entry("ui", "jar", "2.0-i7"))),
            Map.entry("android-34", List.of(entry("ui", "jar", "3.0"))),
            Map.entry("empty", List.of()));
  }

  @Test
  void tellsEveryLineThatIsWrong() {
    String text =
        """
        com.acme:early:jar:1 %1$s
        [app]
        com.acme:app:1.0 %1$s
        com.acme:app:jar:latest %1$s
        com.acme:app:jar:1.0
        com.acme:app:jar:1.0 %1$s more
        com.acme:app:jar:1.0 %2$s
        com.acme:app:jar:1.0 %1$s
        com.acme:app:aar:1.1 %1$s
        [App]
        [app]
        """
            .formatted(HASH, HASH.toUpperCase(Locale.ROOT));

    assertThatThrownBy(() -> ArtifactsLock.parse("x.lock", text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            x.lock:1: 'com.acme:early:jar:1 %1$s' stands before the first [section]
            x.lock:3: 'com.acme:app:1.0 %1$s' is not group:artifact:extension:version sha256
            x.lock:4: 'com.acme:app:jar:latest %1$s' is not group:artifact:extension:version sha256
            x.lock:5: 'com.acme:app:jar:1.0' is not group:artifact:extension:version sha256
            x.lock:6: 'com.acme:app:jar:1.0 %1$s more' is not group:artifact:extension:version sha256
            x.lock:7: '%2$s' is not a SHA-256 of 64 lower-case hexadecimal digits
            x.lock:9: 'com.acme:app' stands in line 8 already
            x.lock:10: '[App]' is not a [section] of lower-case letters, digits and hyphens
            x.lock:11: section [app] stands there twice"""
                .formatted(HASH, HASH.toUpperCase(Locale.ROOT)));
  }

  @Test
  void isShippedWithWhatAnEmbeddedAndroidNeeds() throws Exception {
    ArtifactsLock lock = ArtifactsLock.parse("shipped", MavenArtifacts.packedLock("android"));

    assertThat(lock.sections())
        .containsOnlyKeys("app", "robolectric", "android-34", "android-35", "android-36");
    assertThat(keys(lock, "app"))
        .contains(
            "com.segment.analytics.android:analytics",
            "com.segment.analytics.kotlin:core",
            "com.segment.analytics.kotlin:android",
            "androidx.lifecycle:lifecycle-process")
        .doesNotContain("androidx.core:core-ktx")
        .doesNotContainAnyElementsOf(keys(lock, "robolectric"));
    assertThat(keys(lock, "robolectric"))
        .contains("org.robolectric:robolectric", "org.robolectric:nativeruntime-dist-compat")
        .doesNotContain("androidx.test:monitor", "androidx.test.espresso:espresso-idling-resource");
    for (String api : List.of("android-34", "android-35", "android-36")) {
      assertThat(keys(lock, api)).containsExactly("org.robolectric:android-all-instrumented");
    }
  }

  private static Set<String> keys(ArtifactsLock lock, String section) {
    Set<String> keys = new HashSet<>();
    lock.sections().getOrDefault(section, List.of()).forEach(one -> keys.add(one.artifact().key()));
    return keys;
  }

  private static ArtifactsLock.Entry entry(String name, String extension, String version) {
    return new ArtifactsLock.Entry(
        new MavenArtifact("com.acme", name, Optional.of(extension), version), HASH);
  }
}
