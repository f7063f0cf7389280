package dev.crosscheck.adapter.yaml;

import dev.crosscheck.supply.MavenArtifact;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads Maven coordinates with exact versions: what is tested today is tested tomorrow. */
final class MavenNotation {
  private MavenNotation() {}

  /** As they are written, those that can be understood. */
  static List<String> artifacts(Cursor value) {
    List<String> artifacts = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (Cursor item : value.items()) {
      Optional<MavenArtifact> artifact = read(item);
      artifact
          .filter(one -> !keys.add(one.key()))
          .ifPresent(
              again ->
                  item.error(
                      Rule.SAID_TWICE,
                      "'" + again.key() + "' stands twice",
                      "an app has one version of it: keep that one"));
      artifact.flatMap(one -> item.raw()).ifPresent(artifacts::add);
    }
    return artifacts;
  }

  private static Optional<MavenArtifact> read(Cursor value) {
    Optional<String> written = value.text();
    Optional<MavenArtifact> artifact =
        written.flatMap(MavenArtifact::parse).filter(MavenNotation::isExact);
    if (written.isPresent() && artifact.isEmpty()) {
      value.error(
          Rule.BAD_ARTIFACT,
          "'" + Shown.of(written.get()) + "' is no artifact with an exact version",
          "write group:artifact:version, such as com.acme:acme-android:2.0.1; a build of your own"
              + " is named under 'libraries'");
    }
    return artifact;
  }

  /** A snapshot changes under its name, and {@code 1.+} is Gradle's word for a range. */
  private static boolean isExact(MavenArtifact artifact) {
    String version = artifact.version().toLowerCase(Locale.ROOT);
    return !version.endsWith("snapshot") && !version.endsWith("+");
  }
}
