package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.TrustAnchor;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The authority that vouches for every host a recorder answers for. Its key leaves it only to be
 * {@linkplain #toPkcs12 kept}.
 */
public final class CertificateAuthority {
  static final String OF_A_RUN = "Crosscheck authority of one run";
  static final String OF_A_CHECKOUT = "Crosscheck authority of one checkout";

  private static final Duration LIFE = Duration.ofDays(30);
  private static final String STORE = "PKCS12";
  private static final String ALIAS = "crosscheck";

  private final PrivateKey key;
  private final X509Certificate certificate;
  private final InstantSource clock;

  private CertificateAuthority(PrivateKey key, X509Certificate certificate, InstantSource clock) {
    this.key = key;
    this.certificate = certificate;
    this.clock = clock;
  }

  /** A new authority (EC P-256) that is written nowhere and ends with the run. */
  public static CertificateAuthority inMemory(InstantSource clock) {
    return create(OF_A_RUN, clock);
  }

  /** A new authority (EC P-256) to be kept for 30 days, which apps are built to trust. */
  public static CertificateAuthority toBeKept(InstantSource clock) {
    return create(OF_A_CHECKOUT, clock);
  }

  private static CertificateAuthority create(String name, InstantSource clock) {
    KeyPair pair = newKeyPair();
    Instant now = clock.instant();
    X509Certificate certificate =
        Certificates.authority(name, pair, now.minus(Certificates.BACKDATED), now.plus(LIFE));
    return new CertificateAuthority(pair.getPrivate(), certificate, clock);
  }

  /**
   * An authority as {@link #toPkcs12} wrote it.
   *
   * @throws IllegalArgumentException where it is none, which says why
   */
  public static CertificateAuthority ofPkcs12(byte[] bytes, char[] password, InstantSource clock) {
    try {
      KeyStore store = KeyStore.getInstance(STORE);
      store.load(new ByteArrayInputStream(bytes), password);
      if (store.getKey(ALIAS, password) instanceof PrivateKey key
          && store.getCertificate(ALIAS) instanceof X509Certificate certificate) {
        return of(key, certificate, clock);
      }
      throw new IllegalArgumentException("it holds no key '" + ALIAS + "' with a certificate");
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException("it is no key store of ours: " + e.getMessage(), e);
    }
  }

  /**
   * An authority that devices trust already.
   *
   * @param key the EC or RSA key of {@code certificate}
   * @throws IllegalArgumentException where they do not belong together, or it may sign no others
   */
  public static CertificateAuthority of(
      PrivateKey key, X509Certificate certificate, InstantSource clock) {
    if (certificate.getBasicConstraints() < 0) {
      throw new IllegalArgumentException(
          "certificate '" + certificate.getSubjectX500Principal() + "' is not an authority's");
    }
    if (!belongTogether(key, certificate)) {
      throw new IllegalArgumentException(
          "the key is not that of certificate '" + certificate.getSubjectX500Principal() + "'");
    }
    return new CertificateAuthority(key, certificate, clock);
  }

  /** What a device must trust: the public certificate alone. */
  public TrustAnchor trust() {
    return new TrustAnchor(certificate);
  }

  /**
   * Key and certificate as a key store (PKCS#12, RFC 7292). Whoever has it can sign in its name.
   */
  public byte[] toPkcs12(char[] password) {
    try {
      KeyStore store = KeyStore.getInstance(STORE);
      store.load(null, null);
      store.setKeyEntry(ALIAS, key, password, new X509Certificate[] {certificate});
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      store.store(out, password);
      return out.toByteArray();
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("this Java writes no PKCS#12: " + e.getMessage(), e);
    }
  }

  /** A certificate for a server of that name, or of that IP address, which is valid from now. */
  X509Certificate issue(String host, PublicKey server) {
    return Certificates.server(host, server, certificate, key, clock.instant());
  }

  static KeyPair newKeyPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java makes no EC P-256 keys", e);
    }
  }

  private static boolean belongTogether(PrivateKey key, X509Certificate certificate) {
    byte[] probe = {1, 2, 3};
    try {
      String algorithm = Certificates.signatureOf(key);
      Signature signer = Signature.getInstance(algorithm);
      signer.initSign(key);
      signer.update(probe);
      byte[] signature = signer.sign();
      Signature verifier = Signature.getInstance(algorithm);
      verifier.initVerify(certificate.getPublicKey());
      verifier.update(probe);
      return verifier.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }
}
