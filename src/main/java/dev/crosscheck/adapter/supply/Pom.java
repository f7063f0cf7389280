package dev.crosscheck.adapter.supply;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.maven.model.io.xpp3.MavenXpp3Reader;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.resolution.ArtifactDescriptorResult;

/**
 * What an artifact's POM says of a class path.
 *
 * @param ending of the artifact's file, {@code jar} or {@code aar}; empty where there is none
 * @param needs at run time, in the POM's order; nothing optional
 */
record Pom(Optional<String> ending, List<Dependency> needs) {
  private static final Set<String> AT_RUN_TIME = Set.of("", "compile", "runtime");

  /**
   * @param file the POM itself
   * @param read what it says with its parents' words
   */
  static Pom of(Path file, ArtifactDescriptorResult read)
      throws IOException, XmlPullParserException {
    if (!read.getRelocations().isEmpty()) {
      return new Pom(Optional.empty(), List.of(moved(read.getArtifact())));
    }
    return new Pom(
        ending(packaging(file)),
        read.getDependencies().stream()
            .filter(need -> AT_RUN_TIME.contains(need.getScope()) && !need.isOptional())
            .toList());
  }

  private static Dependency moved(Artifact to) {
    return new Dependency(
        new DefaultArtifact(to.getGroupId(), to.getArtifactId(), "jar", to.getVersion()),
        "runtime");
  }

  /** Parents do not pass theirs on, so that the file itself says it, or means {@code jar}. */
  private static String packaging(Path file) throws IOException, XmlPullParserException {
    try (InputStream in = Files.newInputStream(file)) {
      return new MavenXpp3Reader().read(in, false).getPackaging();
    }
  }

  private static Optional<String> ending(String packaging) {
    return switch (packaging) {
      case "pom" -> Optional.empty();
      case "aar" -> Optional.of("aar");
      default -> Optional.of("jar"); // bundle, maven-plugin, …
    };
  }
}
