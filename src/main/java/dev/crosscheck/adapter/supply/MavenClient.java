package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import eu.maveniverse.maven.mima.context.Context;
import eu.maveniverse.maven.mima.context.ContextOverrides;
import eu.maveniverse.maven.mima.runtime.standalonestatic.StandaloneStaticRuntime;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.codehaus.plexus.util.xml.pull.XmlPullParserException;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.repository.LocalArtifactRequest;
import org.eclipse.aether.repository.LocalRepositoryManager;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorException;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.util.repository.ChainedLocalRepositoryManager;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.version.GenericVersionScheme;
import org.eclipse.aether.version.InvalidVersionSpecificationException;
import org.eclipse.aether.version.Version;
import org.eclipse.aether.version.VersionScheme;

/**
 * Maven's resolver, set up as settings.xml and the build that started us say. What is in the local
 * repository is taken, whoever put it there; only what is not is asked for, of one repository after
 * the other, and of none again that was not reached. For one thread.
 */
final class MavenClient implements AutoCloseable {
  /**
   * Maven's own. Others, such as the one that most of androidx is in, are named in a profile of
   * settings.xml, and a mirror there stands in for any.
   */
  static final List<RemoteRepository> PUBLIC = List.of(ContextOverrides.CENTRAL);

  private static final Map<String, Duration> PATIENCE =
      Map.of(
          ConfigurationProperties.CONNECT_TIMEOUT, Duration.ofSeconds(5),
          ConfigurationProperties.REQUEST_TIMEOUT, Duration.ofSeconds(60));

  private final Context context;
  private final RepositorySystem system;
  private final DefaultRepositorySystemSession session;
  private final List<Remote> remotes;
  private final VersionScheme versions = new GenericVersionScheme();

  private MavenClient(Context context, boolean offline) {
    this.context = context;
    this.system = context.repositorySystem();
    this.session = session(context.repositorySystemSession());
    session.setOffline(offline || session.isOffline());
    Downloads downloads = new Downloads();
    session.setTransferListener(downloads);
    this.remotes =
        context.remoteRepositories().stream()
            .map(one -> new Remote(one, system, downloads))
            .toList();
  }

  /**
   * @param repositories beside those of settings.xml
   * @throws Shortage where settings.xml cannot be read
   */
  static MavenClient open(MavenBuild build, List<RemoteRepository> repositories) throws Shortage {
    ContextOverrides overrides =
        ContextOverrides.create()
            .withUserSettings(true)
            .withUserSettingsXmlOverride(build.settings().orElse(null))
            .withLocalRepositoryOverride(build.repository().orElse(null))
            .ignoreArtifactDescriptorRepositories(true) // whatever host the writer of a POM names
            .repositories(repositories)
            .build();
    try {
      return new MavenClient(new StandaloneStaticRuntime().create(overrides), build.offline());
    } catch (IllegalStateException e) {
      throw MavenTrouble.settings(e);
    }
  }

  private static DefaultRepositorySystemSession session(RepositorySystemSession set) {
    DefaultRepositorySystemSession session = new DefaultRepositorySystemSession(set);
    LocalRepositoryManager local = set.getLocalRepositoryManager();
    // its own tail: a tail is not asked from which remote repository a file once came
    session.setLocalRepositoryManager(
        new ChainedLocalRepositoryManager(local, List.of(local), true));
    session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(false, false));
    PATIENCE.forEach(
        (name, limit) -> {
          if (!set.getConfigProperties().containsKey(name)) {
            session.setConfigProperty(name, (int) limit.toMillis());
          }
        });
    return session;
  }

  /** The same without the network; it ends with this one. */
  MavenClient offline() {
    return new MavenClient(context, true);
  }

  boolean isOffline() {
    return session.isOffline();
  }

  /** Where the file is; empty where it is not on this machine. */
  Optional<Path> local(Artifact artifact) {
    LocalArtifactRequest request =
        new LocalArtifactRequest(artifact, context.remoteRepositories(), "");
    return Optional.ofNullable(session.getLocalRepositoryManager().find(session, request).getFile())
        .map(File::toPath);
  }

  /**
   * Finds files, and fetches those that are not here.
   *
   * @return an outcome for each
   * @throws Shortage where this machine cannot keep what it is given
   */
  Map<Artifact, Outcome> fetch(Collection<Artifact> wanted) throws Shortage {
    Map<Artifact, Outcome> outcomes = new LinkedHashMap<>();
    Map<Artifact, Outcome.Absent> absent = new LinkedHashMap<>();
    for (Artifact artifact : wanted) {
      Optional<Path> file = local(artifact);
      Outcome.Absent unknown = new Outcome.Absent(List.of());
      outcomes.put(artifact, file.<Outcome>map(Outcome.Here::new).orElse(unknown));
      if (file.isEmpty()) {
        absent.put(artifact, unknown);
      }
    }
    for (Remote remote : isOffline() ? List.<Remote>of() : remotes) {
      for (Map.Entry<Artifact, Outcome> one :
          remote.ask(session, List.copyOf(absent.keySet())).entrySet()) {
        Artifact artifact = one.getKey();
        if (one.getValue() instanceof Outcome.Absent still) {
          absent.computeIfPresent(artifact, (same, before) -> before.and(still));
        } else {
          absent.remove(artifact);
        }
        outcomes.put(artifact, one.getValue());
      }
    }
    outcomes.putAll(absent);
    return outcomes;
  }

  /**
   * Reads a POM.
   *
   * @param need the artifact whose POM it is, as messages call it
   */
  Pom pom(Need need, Path file) throws Shortage {
    try {
      return Pom.of(
          file,
          system.readArtifactDescriptor(
              session, new ArtifactDescriptorRequest(need.artifact(), reached(), "")));
    } catch (ArtifactDescriptorException | IOException | XmlPullParserException e) {
      throw MavenTrouble.pom(need, e);
    }
  }

  /** The version, or where a range is asked for, the newest that is in it. */
  String version(Artifact artifact) {
    try {
      Version highest =
          system
              .resolveVersionRange(session, new VersionRangeRequest(artifact, reached(), ""))
              .getHighestVersion();
      return highest == null ? artifact.getVersion() : highest.toString();
    } catch (VersionRangeResolutionException e) {
      return artifact.getVersion(); // which nobody will have
    }
  }

  boolean isNewer(String version, String other) {
    try {
      return versions.parseVersion(version).compareTo(versions.parseVersion(other)) > 0;
    } catch (InvalidVersionSpecificationException e) {
      throw new IllegalStateException("every text is a version", e);
    }
  }

  private List<RemoteRepository> reached() {
    return remotes.stream().filter(Remote::isReached).map(Remote::repository).toList();
  }

  @Override
  public void close() {
    context.close();
  }
}
