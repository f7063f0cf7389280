package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Shortage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;

/**
 * Artifacts with what they need at run time, chosen as Gradle does, which builds the apps that they
 * are for: of several versions the newest, and an AAR where the artifact's POM says so, even if
 * another POM forgot to. Maven itself would take the version nearest to the root, and look for a
 * jar.
 */
final class RuntimeClosure {
  private static final Set<String> ON_A_CLASS_PATH = Set.of("jar", "aar");

  private final MavenClient client;
  private final Map<String, String> held;
  private final Set<String> omitted;
  private final Map<String, String> chosen = new HashMap<>();
  private final Map<Artifact, Pom> poms = new HashMap<>();
  private final Map<Artifact, Outcome.Absent> absent = new HashMap<>();

  /**
   * @param held versions by {@code group:artifact}, whatever is asked for
   * @param omitted {@code group:artifact} to leave out, with all that only they need
   */
  RuntimeClosure(MavenClient client, Map<String, String> held, Set<String> omitted) {
    this.client = client;
    this.held = held;
    this.omitted = omitted;
  }

  /**
   * The files, those that were asked for first, then what they need, and so on.
   *
   * @throws Shortage which names the first that cannot be had, and what needs it
   */
  List<MavenFile> of(List<Need> wanted) throws Shortage {
    Walk walk = new Walk();
    while (walk.raises(wanted)) {
      walk = new Walk(); // what a newer version needs is for its own POM to say
    }
    Map<Artifact, Need> files = new LinkedHashMap<>();
    for (Need need : walk.reached.values()) {
      Artifact pom = pom(need);
      Outcome.Absent missing = absent.get(pom);
      if (missing != null) {
        throw MavenTrouble.absent(need.with(pom), missing);
      }
      need.ending()
          .or(() -> Objects.requireNonNull(poms.get(pom)).ending())
          .filter(ON_A_CLASS_PATH::contains)
          .ifPresent(ending -> files.put(chosen(need, ending), need));
    }
    return fetched(files);
  }

  private List<MavenFile> fetched(Map<Artifact, Need> wanted) throws Shortage {
    List<MavenFile> files = new ArrayList<>();
    for (Map.Entry<Artifact, Outcome> one : client.fetch(wanted.keySet()).entrySet()) {
      Artifact artifact = one.getKey();
      if (one.getValue() instanceof Outcome.Absent missing) {
        throw MavenTrouble.absent(
            Objects.requireNonNull(wanted.get(artifact)).with(artifact), missing);
      } else if (one.getValue() instanceof Outcome.Here here) {
        files.add(
            new MavenFile(
                new MavenArtifact(
                    artifact.getGroupId(),
                    artifact.getArtifactId(),
                    Optional.of(artifact.getExtension()),
                    artifact.getVersion()),
                here.file()));
      }
    }
    return files;
  }

  private void describe(List<Need> needs) throws Shortage {
    Map<Artifact, Need> unknown = new LinkedHashMap<>();
    for (Need need : needs) {
      Artifact pom = pom(need);
      if (!poms.containsKey(pom) && !absent.containsKey(pom)) {
        unknown.put(pom, need);
      }
    }
    for (Map.Entry<Artifact, Outcome> one : client.fetch(unknown.keySet()).entrySet()) {
      Artifact pom = one.getKey();
      if (one.getValue() instanceof Outcome.Absent missing) {
        absent.put(pom, missing); // which matters only if no other version is chosen
      } else if (one.getValue() instanceof Outcome.Here here) {
        Need need = Objects.requireNonNull(unknown.get(pom));
        poms.put(pom, client.pom(need.with(pom), here.file()));
      }
    }
  }

  private Artifact pom(Need need) {
    Artifact artifact = need.artifact();
    return new DefaultArtifact(
        artifact.getGroupId(), artifact.getArtifactId(), "pom", chosen.get(need.key()));
  }

  private Artifact chosen(Need need, String ending) {
    Artifact artifact = need.artifact();
    return new DefaultArtifact(
        artifact.getGroupId(),
        artifact.getArtifactId(),
        artifact.getClassifier(),
        ending,
        chosen.get(need.key()));
  }

  /** Whether that replaces an older version. */
  private boolean choose(Need need) {
    String held = this.held.get(need.groupAndName());
    String version = held == null ? client.version(need.artifact()) : held;
    String before = chosen.get(need.key());
    if (before != null && !client.isNewer(version, before)) {
      return false;
    }
    chosen.put(need.key(), version);
    return before != null;
  }

  /** From what was asked for to all that it needs, by the versions chosen so far. */
  private final class Walk {
    private final Map<String, Need> reached = new LinkedHashMap<>();
    private final Set<List<Object>> seen = new HashSet<>();
    private boolean raised;

    /** Whether it came by a newer version than it went by. */
    boolean raises(List<Need> wanted) throws Shortage {
      List<Need> level = new ArrayList<>();
      wanted.forEach(need -> reach(need, level));
      for (List<Need> now = level; !now.isEmpty(); now = below(now)) {
        describe(now);
      }
      return raised;
    }

    private List<Need> below(List<Need> level) {
      List<Need> next = new ArrayList<>();
      for (Need need : level) {
        Optional.ofNullable(poms.get(pom(need))).map(Pom::needs).orElse(List.of()).stream()
            .filter(dependency -> !need.excludes(dependency.getArtifact()))
            .forEach(dependency -> reach(need.below(dependency), next));
      }
      return next;
    }

    private void reach(Need need, List<Need> level) {
      if (!omitted.contains(need.groupAndName())) {
        raised |= choose(need);
        reached.putIfAbsent(need.key(), need);
        if (seen.add(List.of(need.key(), need.exclusions()))) {
          level.add(need);
        }
      }
    }
  }
}
