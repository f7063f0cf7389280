package dev.crosscheck.adapter.supply;

import static dev.crosscheck.adapter.supply.FakeMachine.shortage;
import static dev.crosscheck.adapter.supply.TinyRepository.locked;
import static dev.crosscheck.adapter.supply.TinyRepository.needs;
import static dev.crosscheck.adapter.supply.TinyRepository.on;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class MavenArtifactsTest {
  private static final String APP = "com.acme:app:aar:1.0";
  private static final String UI = "com.acme:ui:jar:2.0";
  private static final String SHOWN_UI = "com/acme/ui/2.0/ui-2.0.jar";

  @TempDir Path home;
  private FakeMaven maven;

  @BeforeEach
  void begin() {
    maven = new FakeMaven(home);
    maven.locks(locked(UI), locked(APP));
    maven.central.add(APP, needs(on("com.acme:never:1"))).add(UI);
  }

  @Test
  void fetchesWhatTheLockNamesAndNothingElse() throws Exception {
    assertThat(maven.artifacts().hasArtifacts("android", "app")).isFalse();

    var files = maven.artifacts().artifacts("android", "app");

    assertThat(files).extracting(file -> file.artifact().toString()).containsExactly(UI, APP);
    assertThat(FakeMaven.files(files))
        .containsExactly(
            maven.local.resolve(SHOWN_UI), maven.local.resolve("com/acme/app/1.0/app-1.0.aar"));
    assertThat(maven.local.resolve(SHOWN_UI)).hasContent(UI);
    assertThat(maven.announced)
        .containsExactly(
            "fetching 2 Maven artifacts of harness/android [app] …",
            "fetched 2 Maven artifacts of harness/android [app] in 0.0 s");
    assertThat(maven.artifacts().hasArtifacts("android", "app")).isTrue();
  }

  @Test
  void asksNobodyForWhatIsHere() throws Exception {
    maven.artifacts().artifacts("android", "app");
    maven.announced.clear();
    Queue<String> asked = new ConcurrentLinkedQueue<>();
    HttpServer server = server(asked);
    try {
      maven.with(
          TinyRepository.remote("other", "http://127.0.0.1:" + server.getAddress().getPort()));

      assertThat(maven.artifacts().hasArtifacts("android", "app")).isTrue();
      assertThat(maven.artifacts().artifacts("android", "app")).hasSize(2);
      assertThat(asked).isEmpty();
      assertThat(maven.announced).isEmpty();
      Files.delete(maven.local.resolve(SHOWN_UI));
      assertThat(maven.artifacts().hasArtifacts("android", "app")).isFalse();
      assertThat(asked).as("a look asks nobody").isEmpty();
      assertThat(shortage(() -> maven.artifacts().artifacts("android", "app")))
          .hasMessageContaining("not in other");
      assertThat(asked).containsExactly("/" + SHOWN_UI);
      assertThat(maven.announced)
          .containsExactly(
              "fetching 1 Maven artifact of harness/android [app] …",
              "fetching 1 Maven artifact of harness/android [app]: failed after 0.0 s");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void leavesMavenItsOwnNotes() throws Exception {
    maven.artifacts().artifacts("android", "app");

    assertThat(maven.local.resolve("com/acme/ui/2.0/_remote.repositories"))
        .content()
        .contains("ui-2.0.jar>central=");
  }

  @Test
  void triesGoogleForWhatCentralLacks() throws Exception {
    Files.delete(maven.central.file(UI));
    maven.google.add(UI);

    assertThat(maven.artifacts().artifacts("android", "app")).hasSize(2);
  }

  @Test
  void refusesAFileThatIsNotWhatTheLockSaysAndLeavesItThere() throws Exception {
    maven.artifacts().artifacts("android", "app");
    Path file = Files.writeString(maven.local.resolve(SHOWN_UI), "another");

    Shortage shortage = shortage(() -> maven.artifacts().artifacts("android", "app"));

    assertThat(shortage)
        .hasMessage(
            "'"
                + file
                + "' is not the com.acme:ui:jar:2.0 that harness/android/artifacts.lock names: its"
                + " SHA-256 is ae448ac86c4e8e4dec645729708ef41873ae79c6dff84eff73360989487f08e5");
    assertThat(shortage.remedy())
        .isEqualTo(
            "delete it and run again; if that brings the same file, ask who runs the repository or"
                + " mirror that gives it");
    assertThat(file).hasContent("another");
  }

  @Test
  void takesNoEmptyFileForOneThatIsHere() throws Exception {
    maven.artifacts().artifacts("android", "app");
    Files.writeString(maven.local.resolve(SHOWN_UI), "");

    assertThat(maven.artifacts().hasArtifacts("android", "app")).isFalse();
  }

  @Test
  void tellsThatTheNetworkIsNotReached() {
    maven.withoutNetwork();

    Shortage shortage = shortage(() -> maven.artifacts().artifacts("android", "app"));

    assertThat(shortage)
        .hasMessage(
            "com.acme:ui:2.0 and 1 more, which harness/android/artifacts.lock names, cannot be had"
                + " (central is not reached: Connection refused; google is not reached: Connection"
                + " refused)");
    assertThat(shortage.remedy())
        .isEqualTo(
            "run once where central and google are reached, or name a mirror in settings.xml; what"
                + " was fetched once is kept");
  }

  @Test
  void staysOfflineWhereTheBuildDoes() {
    maven.offline();

    Shortage shortage = shortage(() -> maven.artifacts().artifacts("android", "app"));

    assertThat(shortage)
        .hasMessage(
            "com.acme:ui:2.0 and 1 more, which harness/android/artifacts.lock names, cannot be had"
                + " (not on this machine, and Maven is offline (-o))");
    assertThat(shortage.remedy()).isEqualTo("run once without -o; what was fetched once is kept");
    assertThat(maven.announced).isEmpty();
  }

  @Test
  void knowsTheSectionsThatThereAre() {
    Shortage shortage = shortage(() -> maven.artifacts().artifacts("android", "android-99"));

    assertThat(shortage).hasMessage("harness/android/artifacts.lock has no section [android-99]");
    assertThat(shortage.remedy()).isEqualTo("use one of app, other");
    assertThat(maven.artifacts().hasArtifacts("android", "android-99")).isFalse();
  }

  @Test
  void takesMirrorsAndTheLocalRepositoryFromSettings() throws Exception {
    Path elsewhere = home.resolve("elsewhere");
    maven
        .withoutNetwork()
        .settings(
            "<localRepository>%s</localRepository><mirrors><mirror><id>m</id><mirrorOf>*</mirrorOf><url>%s</url></mirror></mirrors>"
                .formatted(elsewhere, maven.central.as("m").getUrl()));
    MavenBuild build = new MavenBuild(Optional.empty(), Optional.of(maven.settings), false);

    assertThat(FakeMaven.files(maven.artifacts(build).artifacts("android", "app")))
        .allMatch(file -> file.startsWith(elsewhere));
  }

  @Test
  void tellsOfSettingsThatCannotBeRead() {
    maven.settings("<mirrors>");

    Shortage shortage = shortage(() -> maven.artifacts().artifacts("android", "app"));

    assertThat(shortage)
        .hasMessageStartingWith(
            "Maven's settings cannot be read: Non-parseable settings " + maven.settings + ": ");
    assertThat(shortage.remedy()).isEqualTo("mend that file");
  }

  @Test
  void tellsOfALocalRepositoryThatCannotBeWritten() throws Exception {
    Files.writeString(maven.local, "no folder");

    Shortage shortage = shortage(() -> maven.artifacts().artifacts("android", "app"));

    assertThat(shortage)
        .hasMessageStartingWith(
            "the local repository '" + maven.local + "' cannot be written: " + maven.local);
    assertThat(shortage.remedy())
        .isEqualTo("make it writable, or name another folder with localRepository in settings.xml");
  }

  @Test
  void saysHowMuchRoomAFullDiskLacks() {
    Exception full = new Exception("transfer", new IOException("No space left on device"));

    assertThat(
            shortage(
                () -> MavenTrouble.throwIfOfThisMachine(List.of(full), maven.local, 151_142_227)))
        .hasMessage("the disk of the local repository '" + maven.local + "' is full")
        .extracting(Shortage::remedy)
        .isEqualTo(
            "make room for 152 MB there, or name another folder with localRepository in"
                + " settings.xml");
  }

  @Test
  void keepsALockThatIsWrongFromBeingUsed() {
    maven.locks("what\n");

    assertThatThrownBy(() -> maven.artifacts().artifacts("android", "app"))
        .hasMessage(
            "harness/android/artifacts.lock:2: 'what' is not group:artifact:extension:version"
                + " sha256");
  }

  private static HttpServer server(Queue<String> asked) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestURI().getPath());
          exchange.sendResponseHeaders(404, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
