package dev.crosscheck.adapter.supply;

import static dev.crosscheck.adapter.supply.FakeMachine.shortage;
import static dev.crosscheck.adapter.supply.TinyRepository.locked;
import static dev.crosscheck.adapter.supply.TinyRepository.needs;
import static dev.crosscheck.adapter.supply.TinyRepository.on;
import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RuntimeClosureTest {
  private static final String OWN = "put the file beside plugin.yaml and name it under libraries";

  private static final Logger HTTP = Logger.getLogger("org.apache.http.impl.execchain");

  @TempDir Path home;
  private FakeMaven maven;

  @BeforeEach
  void begin() {
    HTTP.setLevel(Level.WARNING); // it tells of every try
    maven = new FakeMaven(home);
  }

  @Test
  void takesWhatIsNeededAtRunTime() throws Exception {
    maven
        .central
        .add(
            "com.acme:app:jar:1",
            needs(
                on("com.acme:ui:1", "<scope>compile</scope>"),
                on("com.acme:net:1", "<scope>runtime</scope>"),
                on("com.acme:tests:1", "<scope>test</scope>"),
                on("com.acme:device:1", "<scope>provided</scope>"),
                on("com.acme:extra:1", "<optional>true</optional>")))
        .add("com.acme:ui:jar:1", needs(on("com.acme:base:1")))
        .add("com.acme:net:jar:1", needs(on("com.acme:base:1"), on("com.acme:app:1")))
        .add("com.acme:base:jar:1");

    assertThat(maven.resolved("com.acme:app:1"))
        .containsExactly(
            "com.acme:app:jar:1", "com.acme:ui:jar:1", "com.acme:net:jar:1", "com.acme:base:jar:1");
    assertThat(maven.announced)
        .containsExactly(
            "fetching com.acme:app:1 with what it needs …",
            "fetched com.acme:app:1 with what it needs in 0.0 s");
  }

  @Test
  void needsNoNetworkTheSecondTime() throws Exception {
    maven
        .central
        .add(
            "com.acme:app:aar:1",
            "<parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>1</version></parent>",
            needs(on("com.acme:ui:1")))
        .pom("com.acme:parent:pom:1")
        .add("com.acme:ui:jar:1");
    List<String> first = maven.resolved("com.acme:app:1");
    maven.announced.clear();

    assertThat(maven.withoutNetwork().resolved("com.acme:app:1")).isEqualTo(first).hasSize(2);
    assertThat(maven.offline().resolved("com.acme:app:1")).isEqualTo(first);
    assertThat(maven.announced).isEmpty();
  }

  @Test
  void takesWhatIsHereWhoeverBroughtIt() throws Exception {
    maven.central.add("com.acme:app:jar:1");
    maven.resolved("com.acme:app:1");
    Path notes = maven.local.resolve("com/acme/app/1/_remote.repositories");
    Files.writeString(notes, Files.readString(notes).replace(">central", ">another"));

    assertThat(maven.withoutNetwork().resolved("com.acme:app:1"))
        .containsExactly("com.acme:app:jar:1");
  }

  @Test
  void takesAnAarWhereThePomSaysSo() throws Exception {
    maven
        .central
        .add("com.acme:app:aar:1", needs(on("com.acme:ui:1"), on("com.acme:all:1")))
        .add("com.acme:ui:aar:1", needs(on("com.acme:said:1", "<type>aar</type>")))
        .add("com.acme:said:aar:1")
        .pom("com.acme:all:pom:1", needs(on("com.acme:said:1")));

    assertThat(maven.resolved("com.acme:app:1"))
        .containsExactly("com.acme:app:aar:1", "com.acme:ui:aar:1", "com.acme:said:aar:1");
  }

  @Test
  void takesTheFileThatIsAskedFor() throws Exception {
    maven.central.add("com.acme:app:aar:1").add("com.acme:app:jar:1", "<!-- last -->");

    assertThat(maven.resolved("com.acme:app:aar:1")).containsExactly("com.acme:app:aar:1");
    assertThat(maven.resolved("com.acme:app:1")).containsExactly("com.acme:app:jar:1");
  }

  @Test
  void takesTheNewestVersionThatAnybodyAsksFor() throws Exception {
    maven
        .central
        .add("com.acme:app:jar:1", needs(on("com.acme:base:1.9"), on("com.acme:ui:1")))
        .add("com.acme:ui:jar:1", needs(on("com.acme:net:1")))
        .add("com.acme:net:jar:1", needs(on("com.acme:base:1.10")))
        .pom("com.acme:base:jar:1.9", needs(on("com.acme:only-of-old:1")))
        .add("com.acme:base:jar:1.10", needs(on("com.acme:only-of-new:1")))
        .add("com.acme:only-of-new:jar:1");

    assertThat(maven.resolved("com.acme:app:1"))
        .containsExactly(
            "com.acme:app:jar:1",
            "com.acme:base:jar:1.10",
            "com.acme:ui:jar:1",
            "com.acme:only-of-new:jar:1",
            "com.acme:net:jar:1");
  }

  @Test
  void followsRangesRelocationsAndExclusions() throws Exception {
    maven
        .central
        .add(
            "com.acme:app:jar:1",
            needs(
                on("com.acme:exact:[1.5]"),
                on("com.acme:old-name:1"),
                on(
                    "com.acme:ui:1",
                    "<exclusions><exclusion><groupId>com.acme</groupId><artifactId>heavy</artifactId></exclusion></exclusions>")))
        .add("com.acme:exact:jar:1.5")
        .pom(
            "com.acme:old-name:jar:1",
            "<distributionManagement><relocation><artifactId>new-name</artifactId></relocation></distributionManagement>")
        .add("com.acme:new-name:jar:1")
        .add("com.acme:ui:jar:1", needs(on("com.acme:net:1"), on("com.acme:heavy:1")))
        .add("com.acme:net:jar:1", needs(on("com.acme:heavy:1")));

    assertThat(maven.resolved("com.acme:app:1"))
        .containsExactly(
            "com.acme:app:jar:1",
            "com.acme:exact:jar:1.5",
            "com.acme:ui:jar:1",
            "com.acme:new-name:jar:1",
            "com.acme:net:jar:1");
  }

  @Test
  void leavesOutWhatTheLockNamesAndAllThatItAloneNeeds() throws Exception {
    maven.locks(locked("com.acme:sdk:aar:4.0"));
    maven
        .central
        .add("com.acme:app:jar:1", needs(on("com.acme:sdk:5.0"), on("com.acme:ui:1")))
        .add("com.acme:ui:jar:1");

    assertThat(maven.resolved("com.acme:app:1", "com.acme:sdk:aar:4.0"))
        .containsExactly("com.acme:app:jar:1", "com.acme:ui:jar:1");
  }

  @Test
  void refusesAnotherVersionOfWhatTheLockNames() {
    maven.locks(locked("com.acme:sdk:aar:4.0"));

    Shortage shortage = shortage(() -> maven.resolved("com.acme:sdk:5.0"));

    assertThat(shortage)
        .hasMessage(
            "com.acme:sdk:5.0 cannot be had beside version 4.0, which harness/android [app] runs");
    assertThat(shortage.remedy()).isEqualTo("leave it out, or name version 4.0");
  }

  @Test
  void namesWhatIsMissing() {
    Shortage shortage = shortage(() -> maven.resolved("com.acme:app:9"));

    assertThat(shortage).hasMessage("com.acme:app:9 cannot be had (not in central; not in google)");
    assertThat(shortage.remedy()).isEqualTo("name another version, or " + OWN);
  }

  @Test
  void namesWhoNeedsWhatIsMissing() {
    maven
        .central
        .add("com.acme:app:jar:1", needs(on("com.acme:ui:2")))
        .add("com.acme:ui:jar:2", needs(on("androidx.core:core-ktx:1.2.0")));

    assertThat(shortage(() -> maven.resolved("com.acme:app:1")))
        .hasMessage(
            "androidx.core:core-ktx:1.2.0 cannot be had (not in central; not in google);"
                + " com.acme:app:1 → com.acme:ui:2 needs it");
  }

  @Test
  void saysThatGoogleIsNotReached() {
    maven
        .withoutGoogle()
        .central
        .add(
            "com.acme:app:jar:1",
            needs(on("androidx.core:core-ktx:1.2.0"), on("androidx.core:core:1.2.0")));

    Shortage shortage = shortage(() -> maven.resolved("com.acme:app:1"));

    assertThat(shortage)
        .hasMessage(
            "androidx.core:core-ktx:1.2.0 cannot be had (not in central; google is not reached:"
                + " Connection refused); com.acme:app:1 needs it");
    assertThat(shortage.remedy())
        .isEqualTo(
            "run once where google is reached, or name a mirror in settings.xml; what was fetched"
                + " once is kept; or "
                + OWN);
  }

  @Test
  void asksNoMoreWhereNobodyAnswered() throws Exception {
    String[] many = {"a", "b", "c", "d", "e", "f"};
    maven
        .central
        .add("com.acme:one:jar:1", needs(on("androidx.x:a:1")))
        .add(
            "com.acme:six:jar:1",
            needs(
                Stream.of(many)
                    .map(name -> on("androidx.x:" + name + ":1"))
                    .toArray(String[]::new)));

    assertThat(callsUntilGivenUp("com.acme:six:1"))
        .isPositive()
        .isEqualTo(callsUntilGivenUp("com.acme:one:1"));
  }

  /** How often a Google that hangs up is called. */
  private int callsUntilGivenUp(String wanted) throws Exception {
    AtomicInteger calls = new AtomicInteger();
    try (ServerSocket port = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread hangsUp =
          new Thread(
              () -> {
                while (!port.isClosed()) {
                  try (Socket call = port.accept()) {
                    call.setSoLinger(true, 0);
                    calls.incrementAndGet();
                  } catch (IOException e) {
                    return; // the port is closed
                  }
                }
              });
      hangsUp.start();
      maven.with(
          maven.central.as("central"),
          TinyRepository.remote("google", "http://127.0.0.1:" + port.getLocalPort() + "/"));
      assertThat(shortage(() -> maven.resolved(wanted)))
          .hasMessageContaining("google is not reached");
      port.close();
      hangsUp.join();
    }
    return calls.get();
  }

  @Test
  void findsOnGoogleWhatCentralLacks() throws Exception {
    maven.central.add("com.acme:app:jar:1", needs(on("androidx.core:core:1.2.0")));
    maven.google.add("androidx.core:core:aar:1.2.0");

    assertThat(maven.resolved("com.acme:app:1"))
        .containsExactly("com.acme:app:jar:1", "androidx.core:core:aar:1.2.0");
  }

  @Test
  void namesAFileThatIsMissingBesideItsPom() {
    maven.central.add("com.acme:app:jar:1", needs(on("com.acme:ui:2"))).pom("com.acme:ui:jar:2");

    assertThat(shortage(() -> maven.resolved("com.acme:app:1")))
        .hasMessage(
            "com.acme:ui:2 cannot be had (not in central; not in google); com.acme:app:1 needs it");
  }

  @Test
  void tellsWhatIsWrongWithAPom() {
    maven
        .central
        .add("com.acme:app:jar:1", needs(on("com.acme:ui:2")))
        .add(
            "com.acme:ui:jar:2",
            "<parent><groupId>com.acme</groupId><artifactId>parent</artifactId><version>7</version></parent>");

    Shortage shortage = shortage(() -> maven.resolved("com.acme:app:1"));

    assertThat(shortage)
        .hasMessageStartingWith(
            "the POM of com.acme:ui:2 cannot be used: Could not find artifact com.acme:parent:pom:7"
                + " in central ")
        .hasMessageEndingWith("; com.acme:app:1 needs it");
    assertThat(shortage.remedy()).isEqualTo("name another version, or " + OWN);
  }

  @Test
  void needsNoMavenForNothing() throws Exception {
    maven.settings("<mirrors>");

    assertThat(maven.resolved()).isEmpty();
  }

  @Test
  void leavesNothingHalfFetched() throws Exception {
    maven.central.add("com.acme:app:jar:1");

    maven.resolved("com.acme:app:1");

    try (Stream<Path> files = Files.list(maven.local.resolve("com/acme/app/1"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "_remote.repositories", "app-1.jar", "app-1.jar.sha1", "app-1.pom", "app-1.pom.sha1");
    }
  }
}
