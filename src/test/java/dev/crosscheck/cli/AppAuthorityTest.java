package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.proxy.CertificateAuthority;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class AppAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path project;
  private final List<String> said = new ArrayList<>();

  @Test
  void isMadeOnceAndKept() {
    CertificateAuthority made = at(NOW).openOrMake();
    CertificateAuthority again = at(NOW.plus(Duration.ofDays(29))).openOrMake();

    assertThat(again.trust()).isEqualTo(made.trust());
    assertThat(said)
        .containsExactly(
            "made a certificate authority for test apps, which ends on 2026-03-31 12:00 UTC");
  }

  @Test
  void isForThisUserAloneAndForNoVersionControl() throws Exception {
    Path file = file();
    at(NOW).openOrMake();

    assertThat(file).isEqualTo(project.resolve(".crosscheck/ca.p12"));
    assertThat(rights(file)).isEqualTo("rw-------");
    assertThat(rights(file.resolveSibling(""))).isEqualTo("rwx------");
    assertThat(project.resolve(".crosscheck/.gitignore")).hasContent("*\n");
    try (var all = Files.list(project.resolve(".crosscheck"))) {
      assertThat(all.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("ca.p12", ".gitignore");
    }
  }

  @Test
  void takesRightsBackThatOthersWereGiven() throws Exception {
    at(NOW).openOrMake();
    Files.setPosixFilePermissions(file(), PosixFilePermissions.fromString("rw-r--r--"));
    Files.setPosixFilePermissions(
        file().resolveSibling(""), PosixFilePermissions.fromString("rwxr-xr-x"));
    at(NOW).openOrMake();

    assertThat(rights(file())).isEqualTo("rw-------");
    assertThat(rights(file().resolveSibling(""))).isEqualTo("rwx------");
  }

  @Test
  void isReplacedWithAWordOnceItHasEnded() {
    CertificateAuthority made = at(NOW).openOrMake();
    Instant later = NOW.plus(Duration.ofDays(30)).minus(Duration.ofMinutes(59));
    CertificateAuthority next = at(later).openOrMake();

    assertThat(next.trust()).isNotEqualTo(made.trust());
    assertThat(said.get(1))
        .isEqualTo(
            "the certificate authority for test apps ended on 2026-03-31 12:00 UTC: made a new"
                + " one, until 2026-04-30 11:01 UTC; build the apps that trust the old one again");
    assertThat(at(later).openOrMake().trust()).isEqualTo(next.trust());
  }

  @Test
  void isRenewedOnRequest() {
    CertificateAuthority made = at(NOW).openOrMake();
    CertificateAuthority renewed = at(NOW).renew();

    assertThat(renewed.trust()).isNotEqualTo(made.trust());
    assertThat(at(NOW).openOrMake().trust()).isEqualTo(renewed.trust());
  }

  @Test
  void saysWhatToDoAboutAFileThatIsDamaged() throws Exception {
    at(NOW).openOrMake();
    Files.writeString(file(), "nothing");

    assertThatThrownBy(() -> at(NOW).openOrMake())
        .isInstanceOfSatisfying(
            Refusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(2);
              assertThat(refusal.hint()).isEqualTo("'crosscheck ca --renew' makes a new one");
            })
        .hasMessageStartingWith("'" + file() + "' cannot be read: it is no key store of ours: ");
    assertThat(at(NOW).renew().trust()).isEqualTo(at(NOW).openOrMake().trust());
  }

  @Test
  void goesThroughNoLinkToElsewhere() throws Exception {
    Path elsewhere = Files.createDirectory(project.resolve("elsewhere"));
    Files.createSymbolicLink(project.resolve(".crosscheck"), elsewhere);

    assertThatThrownBy(() -> at(NOW).openOrMake())
        .isInstanceOf(Refusal.class)
        .hasMessage("'" + file() + "' cannot be written: it is no folder of its own");
    assertThat(elsewhere).isEmptyDirectory();
  }

  private Path file() {
    return at(NOW).file();
  }

  private AppAuthority at(Instant now) {
    return new AppAuthority(project, () -> now, said::add);
  }

  private static String rights(Path path) throws Exception {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
  }
}
