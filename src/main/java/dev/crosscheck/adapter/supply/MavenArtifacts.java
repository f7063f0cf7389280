package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.aether.artifact.Artifact;

/** Artifacts in Maven's local repository: those that a lock of ours names, and plugins' own. */
final class MavenArtifacts {
  private static final int BUFFER = 1 << 16;

  private final ClientSource clients;
  private final LockSource locks;
  private final Announcer announcer;

  /** Maven's resolver, once it is needed. */
  interface ClientSource {
    MavenClient open() throws Shortage;
  }

  /** The text of {@code artifacts.lock} in a folder under {@code harness/}. */
  interface LockSource {
    String read(String harness) throws IOException;
  }

  MavenArtifacts(ClientSource clients, LockSource locks, Announcer announcer) {
    this.clients = clients;
    this.locks = locks;
    this.announcer = announcer;
  }

  /** A lock that is packed into the jar. */
  static String packedLock(String harness) throws IOException {
    String path = "/" + lockName(harness);
    try (InputStream in = MavenArtifacts.class.getResourceAsStream(path)) {
      if (in == null) {
        throw new IllegalStateException("this build of crosscheck lacks " + path);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  List<MavenFile> artifacts(String harness, String section)
      throws Shortage, IOException, InterruptedException {
    Map<Artifact, ArtifactsLock.Entry> entries = new LinkedHashMap<>();
    section(harness, section)
        .forEach(entry -> entries.put(Need.of(entry.artifact()).artifact(), entry));
    return Aside.get(
        () -> {
          try (MavenClient client = clients.open()) {
            long missing = entries.keySet().stream().filter(one -> !has(client, one)).count();
            if (missing == 0 || client.isOffline()) {
              return locked(client, lockName(harness), entries);
            }
            String what =
                "%d Maven artifact%s of harness/%s [%s]"
                    .formatted(missing, missing == 1 ? "" : "s", harness, section);
            try (Announcer.Work work = announcer.begin("fetching " + what)) {
              List<MavenFile> files = locked(client, lockName(harness), entries);
              work.done("fetched " + what);
              return files;
            }
          }
        });
  }

  boolean hasArtifacts(String harness, String section) {
    try {
      List<ArtifactsLock.Entry> entries = section(harness, section);
      try (MavenClient client = clients.open()) {
        return entries.stream().allMatch(one -> has(client, Need.of(one.artifact()).artifact()));
      }
    } catch (Shortage | IOException e) {
      return false;
    }
  }

  List<MavenFile> resolve(List<MavenArtifact> wanted, String harness, String section)
      throws Shortage, IOException, InterruptedException {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Map<String, String> held = new LinkedHashMap<>();
    section(harness, section)
        .forEach(entry -> held.put(entry.artifact().key(), entry.artifact().version()));
    for (MavenArtifact artifact : wanted) {
      String version = held.getOrDefault(artifact.key(), artifact.version());
      if (!version.equals(artifact.version())) {
        throw new Shortage(
            "%s cannot be had beside version %s, which harness/%s [%s] runs"
                .formatted(artifact, version, harness, section),
            "leave it out, or name version " + version);
      }
    }
    List<Need> needs = wanted.stream().map(Need::of).toList();
    return Aside.get(
        () -> {
          try (MavenClient client = clients.open()) {
            return closure(client, needs, held);
          }
        });
  }

  private List<MavenFile> closure(MavenClient client, List<Need> needs, Map<String, String> held)
      throws Shortage {
    if (client.isOffline()) {
      return new RuntimeClosure(client, held, held.keySet()).of(needs);
    }
    try {
      return new RuntimeClosure(client.offline(), held, held.keySet()).of(needs);
    } catch (Shortage e) {
      String what =
          needs.get(0).name()
              + (needs.size() == 1
                  ? " with what it needs"
                  : " and " + (needs.size() - 1) + " more with what they need");
      try (Announcer.Work work = announcer.begin("fetching " + what)) {
        List<MavenFile> files = new RuntimeClosure(client, held, held.keySet()).of(needs);
        work.done("fetched " + what);
        return files;
      }
    }
  }

  private static boolean has(MavenClient client, Artifact artifact) {
    Optional<Path> file = client.local(artifact);
    return file.isPresent() && file.get().toFile().length() > 0;
  }

  private static List<MavenFile> locked(
      MavenClient client, String lock, Map<Artifact, ArtifactsLock.Entry> entries) throws Shortage {
    Map<Artifact, Path> found = new LinkedHashMap<>();
    Map<Artifact, Outcome.Absent> absent = new LinkedHashMap<>();
    client
        .fetch(entries.keySet())
        .forEach(
            (artifact, outcome) -> {
              if (outcome instanceof Outcome.Here here) {
                found.put(artifact, here.file());
              } else if (outcome instanceof Outcome.Absent because) {
                absent.put(artifact, because);
              }
            });
    if (!absent.isEmpty()) {
      throw MavenTrouble.absent(lock, absent);
    }
    List<MavenFile> files = new ArrayList<>();
    for (Map.Entry<Artifact, Path> one : found.entrySet()) {
      ArtifactsLock.Entry entry = Objects.requireNonNull(entries.get(one.getKey()));
      String hash = hash(one.getValue());
      if (!hash.equals(entry.sha256())) {
        throw MavenTrouble.changed(lock, entry.artifact(), one.getValue(), hash);
      }
      files.add(new MavenFile(entry.artifact(), one.getValue()));
    }
    return files;
  }

  private List<ArtifactsLock.Entry> section(String harness, String section)
      throws Shortage, IOException {
    ArtifactsLock lock = ArtifactsLock.parse(lockName(harness), locks.read(harness));
    List<ArtifactsLock.Entry> entries = lock.sections().get(section);
    if (entries == null) {
      throw new Shortage(
          lock.name() + " has no section [" + section + "]",
          "use one of " + String.join(", ", lock.sections().keySet()));
    }
    return entries;
  }

  private static String lockName(String harness) {
    return "harness/" + harness + "/artifacts.lock";
  }

  /** In lower-case hexadecimal digits. */
  static String hash(Path file) throws Shortage {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      byte[] buffer = new byte[BUFFER];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        digest.update(buffer, 0, read);
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new Shortage(
          "'" + file + "' cannot be read: " + e.getMessage(), "make it readable, or delete it");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
