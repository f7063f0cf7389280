package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.MavenArtifact;
import dev.crosscheck.supply.MavenFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.aether.repository.RemoteRepository;

/**
 * Maven as it is on a machine of its own: settings that say nothing, an empty local repository, a
 * central and a google repository in folders, and a lock with the sections app and other.
 */
final class FakeMaven {
  final TinyRepository central;
  final TinyRepository google;
  final Path local;
  final Path settings;
  final List<String> announced = Collections.synchronizedList(new ArrayList<>());
  private List<RemoteRepository> remotes;
  private boolean offline;
  private String lock = "[app]\n[other]\n";

  FakeMaven(Path home) {
    this.central = new TinyRepository(home.resolve("central"));
    this.google = new TinyRepository(home.resolve("google"));
    this.local = home.resolve("local");
    this.settings = home.resolve("settings.xml");
    this.remotes = List.of(central.as("central"), google.as("google"));
    settings("");
  }

  FakeMaven settings(String inside) {
    try {
      Files.writeString(settings, "<settings>" + inside + "</settings>");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return this;
  }

  /** What stands in the section app. */
  FakeMaven locks(String... lines) {
    lock = "[app]\n" + String.join("", lines) + "[other]\n";
    return this;
  }

  FakeMaven offline() {
    offline = true;
    return this;
  }

  FakeMaven with(RemoteRepository... others) {
    remotes = List.of(others);
    return this;
  }

  FakeMaven withoutGoogle() {
    return with(central.as("central"), nobody("google"));
  }

  FakeMaven withoutNetwork() {
    return with(nobody("central"), nobody("google"));
  }

  /** A repository at a port where nobody listens. */
  static RemoteRepository nobody(String id) {
    try (ServerSocket port = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return TinyRepository.remote(id, "http://127.0.0.1:" + port.getLocalPort() + "/");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  MavenArtifacts artifacts() {
    MavenBuild build = new MavenBuild(Optional.of(local), Optional.of(settings), offline);
    return artifacts(build);
  }

  MavenArtifacts artifacts(MavenBuild build) {
    List<RemoteRepository> known = remotes;
    return new MavenArtifacts(
        () -> MavenClient.open(build, known),
        harness -> lock,
        new Announcer(announced::add, () -> Instant.EPOCH));
  }

  /** What a plugin's artifacts come to beside the section app, as {@code group:…:version}. */
  List<String> resolved(String... wanted) throws Exception {
    return artifacts().resolve(artifacts(wanted), "android", "app").stream()
        .map(file -> file.artifact().toString())
        .toList();
  }

  static List<MavenArtifact> artifacts(String... written) {
    return Stream.of(written).map(one -> MavenArtifact.parse(one).orElseThrow()).toList();
  }

  static List<Path> files(List<MavenFile> all) {
    return all.stream().map(MavenFile::file).toList();
  }
}
