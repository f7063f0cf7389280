package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;

class CertificateAuthorityTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String AUTHORITY_KEY = "2.5.29.35";

  private final KeyPair server = CertificateAuthority.newKeyPair();
  private final CertificateAuthority authority = CertificateAuthority.inMemory(() -> NOW);

  @Test
  void issuesWhatEveryClientTakes() throws Exception {
    X509Certificate root = authority.trust().certificate();
    X509Certificate leaf = authority.issue("a.example.com", server.getPublic());

    leaf.verify(root.getPublicKey());
    leaf.checkValidity(Date.from(NOW));
    leaf.checkValidity(Date.from(NOW.minus(Duration.ofHours(23))));
    assertThat(leaf.getIssuerX500Principal()).isEqualTo(root.getSubjectX500Principal());
    assertThat(leaf.getSigAlgName()).isEqualTo("SHA256withECDSA");
    assertThat(leaf.getBasicConstraints()).isEqualTo(-1);
    assertThat(leaf.getExtendedKeyUsage()).containsExactly("1.3.6.1.5.5.7.3.1");
    assertThat(leaf.getSubjectAlternativeNames()).containsExactly(List.of(2, "a.example.com"));
    assertThat(days(leaf)).isLessThanOrEqualTo(397);
    byte[] identifier = root.getExtensionValue(SUBJECT_KEY);
    assertThat(tail(leaf.getExtensionValue(AUTHORITY_KEY), 20)).isEqualTo(tail(identifier, 20));
    assertThat(leaf.getExtensionValue(SUBJECT_KEY)).isNotNull().isNotEqualTo(identifier);
  }

  @Test
  void namesAddressesAsAddresses() throws Exception {
    assertThat(authority.issue("127.0.0.1", server.getPublic()).getSubjectAlternativeNames())
        .containsExactly(List.of(7, "127.0.0.1"));
    assertThat(authority.issue("[::1]", server.getPublic()).getSubjectAlternativeNames())
        .containsExactly(List.of(7, "0:0:0:0:0:0:0:1"));
  }

  @Test
  void isAnAuthorityOnACurveThatEveryClientKnows() {
    X509Certificate root = authority.trust().certificate();

    assertThat(((ECPublicKey) root.getPublicKey()).getParams())
        .hasToString("secp256r1 [NIST P-256,X9.62 prime256v1] (1.2.840.10045.3.1.7)");
    assertThat(root.getBasicConstraints()).isZero();
    assertThat(root.getKeyUsage()[5]).as("may sign certificates").isTrue();
    assertThat(days(root)).isLessThanOrEqualTo(397);
  }

  @Test
  void isNobodyElse() {
    assertThat(CertificateAuthority.inMemory(() -> NOW).trust()).isNotEqualTo(authority.trust());
  }

  @Test
  void issuesNothingThatOutlivesIt() {
    KeyPair pair = CertificateAuthority.newKeyPair();
    Instant end = NOW.plus(Duration.ofDays(2));
    CertificateAuthority brief =
        CertificateAuthority.of(
            pair.getPrivate(), Certificates.authority("Brief", pair, NOW, end), () -> NOW);

    assertThat(brief.issue("a.example.com", server.getPublic()).getNotAfter().toInstant())
        .isEqualTo(end);
  }

  @Test
  void refusesAKeyOfSomethingElse() {
    assertThatThrownBy(
            () ->
                CertificateAuthority.of(
                    server.getPrivate(), authority.trust().certificate(), () -> NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key is not that of certificate 'CN=Crosscheck authority of one run'");
  }

  @Test
  void refusesACertificateThatMaySignNoOther() {
    X509Certificate leaf = authority.issue("a.example.com", server.getPublic());

    assertThatThrownBy(() -> CertificateAuthority.of(server.getPrivate(), leaf, () -> NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("certificate 'CN=Crosscheck' is not an authority's");
  }

  @Test
  void signsTheSameAfterItWasKept() throws Exception {
    char[] password = {'s'};
    CertificateAuthority made = CertificateAuthority.toBeKept(() -> NOW);
    CertificateAuthority kept =
        CertificateAuthority.ofPkcs12(made.toPkcs12(password), password, () -> NOW);

    assertThat(kept.trust()).isEqualTo(made.trust());
    kept.issue("a.example.com", server.getPublic())
        .verify(made.trust().certificate().getPublicKey());
    X509Certificate root = kept.trust().certificate();
    assertThat(root.getSubjectX500Principal().getName())
        .isEqualTo("CN=Crosscheck authority of one checkout");
    assertThat(root.getNotAfter().toInstant()).isEqualTo(NOW.plus(Duration.ofDays(30)));
  }

  @Test
  void isNotReadOfAnythingElse() throws Exception {
    char[] password = {'s'};
    KeyStore empty = KeyStore.getInstance("PKCS12");
    empty.load(null, null);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    empty.store(bytes, password);

    assertThatThrownBy(() -> CertificateAuthority.ofPkcs12(new byte[] {1}, password, () -> NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("it is no key store of ours: ");
    assertThatThrownBy(
            () -> CertificateAuthority.ofPkcs12(bytes.toByteArray(), password, () -> NOW))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("it holds no key 'crosscheck' with a certificate");
  }

  @Test
  void saysWhichHostCannotHaveACertificate() {
    assertThatThrownBy(() -> authority.issue("fe80::zz", server.getPublic()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("fe80::zz");
  }

  private static long days(X509Certificate certificate) {
    return Duration.between(
            certificate.getNotBefore().toInstant(), certificate.getNotAfter().toInstant())
        .toDays();
  }

  private static byte[] tail(byte[] bytes, int length) {
    return Arrays.copyOfRange(bytes, bytes.length - length, bytes.length);
  }
}
