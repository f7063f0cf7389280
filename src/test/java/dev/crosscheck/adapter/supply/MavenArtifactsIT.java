package dev.crosscheck.adapter.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.TestSupply;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The lock that is shipped, and the machine's own Maven repository. */
@Timeout(300)
@ExtendWith(TestSupply.class)
class MavenArtifactsIT {
  @Test
  void getsSegmentsSdks(Supply supply) throws Exception {
    List<MavenFile> files = supply.artifacts("android", "app");

    assertThat(files)
        .extracting(file -> file.artifact().toString())
        .contains(
            "com.segment.analytics.android:analytics:aar:4.11.3",
            "com.segment.analytics.kotlin:core:jar:1.27.0",
            "com.segment.analytics.kotlin:android:aar:1.27.0",
            "androidx.lifecycle:lifecycle-process:aar:2.2.0");
    for (MavenFile file : files) {
      try (ZipFile zip = new ZipFile(file.file().toFile())) {
        boolean isAar = file.artifact().extension().orElseThrow().equals("aar");
        assertThat(zip.getEntry("classes.jar") != null).as(file.file().toString()).isEqualTo(isAar);
      }
    }
    assertThat(supply.hasArtifacts("android", "app")).isTrue();
    assertThat(supply.artifacts("android", "app")).isEqualTo(files);
  }

  @Test
  void resolvesAPartnersSdk(Supply supply) throws Exception {
    List<MavenArtifact> wanted =
        List.of(MavenArtifact.parse("com.mixpanel.android:mixpanel-android:7.3.1").orElseThrow());

    assertThat(supply.resolve(wanted, "android", "app"))
        .extracting(file -> file.artifact().toString())
        .containsExactly("com.mixpanel.android:mixpanel-android:aar:7.3.1");
  }
}
