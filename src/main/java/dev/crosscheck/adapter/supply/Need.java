package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.graph.Dependency;
import org.jspecify.annotations.Nullable;

/**
 * An artifact that is needed, and what for.
 *
 * @param ending of its file, where that is not for its POM to say
 * @param exclusions what is not needed below it: {@code group:artifact}, {@code *} for any
 * @param by what needs it; null where it was asked for
 */
record Need(Artifact artifact, Optional<String> ending, Set<String> exclusions, @Nullable Need by) {
  private static final String USUAL = "jar";

  Need {
    exclusions = Set.copyOf(exclusions);
  }

  /** One that was asked for. */
  static Need of(MavenArtifact wanted, String... exclusions) {
    Artifact artifact =
        new DefaultArtifact(
            wanted.group(), wanted.name(), wanted.extension().orElse(USUAL), wanted.version());
    return new Need(artifact, wanted.extension(), Set.of(exclusions), null);
  }

  /** What it needs itself; a POM that says {@code jar} may as well have said nothing. */
  Need below(Dependency dependency) {
    Set<String> all = new HashSet<>(exclusions);
    dependency
        .getExclusions()
        .forEach(exclusion -> all.add(exclusion.getGroupId() + ":" + exclusion.getArtifactId()));
    return new Need(
        dependency.getArtifact(),
        Optional.of(dependency.getArtifact().getExtension()).filter(said -> !said.equals(USUAL)),
        all,
        this);
  }

  boolean excludes(Artifact other) {
    String group = other.getGroupId();
    String name = other.getArtifactId();
    return Set.of(group + ":" + name, group + ":*", "*:" + name, "*:*").stream()
        .anyMatch(exclusions::contains);
  }

  String groupAndName() {
    return artifact.getGroupId() + ":" + artifact.getArtifactId();
  }

  /** What has one version on a class path. */
  String key() {
    String classifier = artifact.getClassifier();
    return classifier.isEmpty() ? groupAndName() : groupAndName() + ":" + classifier;
  }

  Need with(Artifact chosen) {
    return new Need(chosen, ending, exclusions, by);
  }

  String name() {
    return name(artifact);
  }

  /** {@code group:artifact:version}. */
  static String name(Artifact artifact) {
    return artifact.getGroupId() + ":" + artifact.getArtifactId() + ":" + artifact.getVersion();
  }

  /** Such as {@code ; com.acme:app:1 → com.acme:ui:2 needs it}; empty where it was asked for. */
  String because() {
    List<String> chain = new ArrayList<>();
    for (@Nullable Need need = by; need != null; need = need.by) {
      chain.add(need.name());
    }
    Collections.reverse(chain);
    return chain.isEmpty()
        ? ""
        : "; " + chain.stream().collect(Collectors.joining(" → ")) + " needs it";
  }
}
