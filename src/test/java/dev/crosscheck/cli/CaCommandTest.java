package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CaCommandTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir private Path project;
  private final Printed out = new Printed();
  private final Printed err = new Printed();

  @BeforeEach
  void aProject() throws Exception {
    Files.writeString(project.resolve("devices.yaml"), "devices: {chromium: {browser: chrome}}\n");
  }

  @Test
  void saysWhereItIsAndWhatToDoWithIt() throws Exception {
    Path pem = project.resolve("ca.pem");
    assertThat(ca("--out", pem.toString())).isZero();

    X509Certificate written = certificate(pem);
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(written.getEncoded());
    assertThat(out.text())
        .isEqualTo(
            """
            made a certificate authority for test apps, which ends on 2026-03-31 12:00 UTC
            certificate and key: %s
              SHA-256  %s
              ends     2026-03-31 12:00 UTC, in 30 days
            Only apps that are built to trust it do, and only their debug builds:
              crosscheck host android --plugin NAME --out FOLDER   a host app that trusts it
              crosscheck ca --out FILE                             its certificate, for an app of your own
            The key is for this machine alone: give the file to nobody, and commit it nowhere.
            wrote the certificate: %s
            """
                .formatted(
                    project.resolve(".crosscheck/ca.p12"),
                    HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash),
                    pem));
    assertThat(written.getBasicConstraints()).isZero();
    assertThat(Files.readString(pem))
        .startsWith("-----BEGIN CERTIFICATE-----\n")
        .endsWith("\n-----END CERTIFICATE-----\n")
        .doesNotContain("PRIVATE");
    assertThat(Files.readAllLines(pem)).allMatch(line -> line.length() <= 64);
  }

  @Test
  void showsTheSameUntilItIsRenewed() throws Exception {
    Path pem = project.resolve("ca.pem");
    ca("--out", pem.toString());
    X509Certificate first = certificate(pem);
    ca("--out", pem.toString());
    assertThat(certificate(pem)).isEqualTo(first);
    assertThat(ca("--renew", "--out", pem.toString())).isZero();
    assertThat(certificate(pem)).isNotEqualTo(first);
  }

  @Test
  void overwritesNothingButCertificates() throws Exception {
    Path notes = Files.writeString(project.resolve("notes.txt"), "mine");
    assertThat(ca("--out", notes.toString())).isEqualTo(2);
    assertThat(notes).hasContent("mine");
    Path nowhere = project.resolve("nowhere/ca.pem");
    assertThat(ca("--out", nowhere.toString())).isEqualTo(2);
    assertThat(err.text())
        .isEqualTo(
            """
            '%s' is there already, and is no certificate
              hint: name another file with --out
            '%s' cannot be written: no such file
              hint: name a file in a folder that is there and can be written to
            """
                .formatted(notes, nowhere));
  }

  @Test
  void isMadeOnlyWhereDevicesAre() throws Exception {
    Path other = Files.createDirectory(project.resolve("other"));
    assertThat(execute("ca", "--dir", other.toString())).isEqualTo(2);
    assertThat(other).isEmptyDirectory();
    assertThat(err.text())
        .isEqualTo(
            "there is no devices.yaml in '"
                + other
                + "'\n  hint: name the folder that holds devices.yaml with --dir\n");
  }

  private static X509Certificate certificate(Path pem) throws Exception {
    try (InputStream in = Files.newInputStream(pem)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    }
  }

  private int ca(String... arguments) {
    String[] all = new String[arguments.length + 3];
    all[0] = "ca";
    all[1] = "--dir";
    all[2] = project.toString();
    System.arraycopy(arguments, 0, all, 3, arguments.length);
    return execute(all);
  }

  private int execute(String... arguments) {
    InstantSource clock = InstantSource.fixed(NOW);
    return Main.execute(new Shell(out.stream(), err.stream(), Map.of(), false, clock), arguments);
  }
}
