package dev.crosscheck.adapter.proxy;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AuthorityKeyIdentifier;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.SubjectKeyIdentifier;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Writes certificates that browsers, Android and iOS take: SAN, serverAuth, SHA-256, key
 * identifiers and at most 397 days (CA/Browser Forum Baseline Requirements 6.3.2, 7.1.2).
 */
final class Certificates {
  /** Devices' clocks run behind. */
  static final Duration BACKDATED = Duration.ofDays(1);

  private static final Duration LIFE = Duration.ofDays(90);
  private static final SecureRandom RANDOM = new SecureRandom();

  private Certificates() {}

  static X509Certificate authority(String commonName, KeyPair pair, Instant from, Instant until) {
    X500Name name = new X500Name("CN=" + commonName);
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            name, serial(), Date.from(from), Date.from(until), name, pair.getPublic());
    try {
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
      builder.addExtension(
          Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
      builder.addExtension(
          Extension.subjectKeyIdentifier,
          false,
          new JcaX509ExtensionUtils().createSubjectKeyIdentifier(pair.getPublic()));
      return sign(builder, pair.getPrivate());
    } catch (IOException | GeneralSecurityException | OperatorCreationException e) {
      throw new IllegalStateException("no authority could be made: " + e.getMessage(), e);
    }
  }

  static X509Certificate server(
      String host, PublicKey server, X509Certificate authority, PrivateKey signer, Instant now) {
    Instant end = now.plus(LIFE);
    Instant authorityEnd = authority.getNotAfter().toInstant();
    X509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            // not its text: the name must be the authority's byte for byte
            X500Name.getInstance(authority.getSubjectX500Principal().getEncoded()),
            serial(),
            Date.from(now.minus(BACKDATED)),
            Date.from(authorityEnd.isBefore(end) ? authorityEnd : end),
            // a common name takes 64 characters at most, and nothing reads it any more
            new X500Name("CN=Crosscheck"),
            server);
    try {
      JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
      builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
      builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
      builder.addExtension(
          Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
      builder.addExtension(
          Extension.subjectAlternativeName, false, new GeneralNames(alternativeName(host)));
      builder.addExtension(
          Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(server));
      builder.addExtension(
          Extension.authorityKeyIdentifier, false, identifierOf(authority, identifiers));
      return sign(builder, signer);
    } catch (IOException
        | GeneralSecurityException
        | OperatorCreationException
        | IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "no certificate could be made for '" + host + "': " + e.getMessage(), e);
    }
  }

  /** The key alone, as the authority itself identifies it. */
  private static AuthorityKeyIdentifier identifierOf(
      X509Certificate authority, JcaX509ExtensionUtils identifiers) throws IOException {
    byte @Nullable [] own = authority.getExtensionValue(Extension.subjectKeyIdentifier.getId());
    return own == null
        ? identifiers.createAuthorityKeyIdentifier(authority.getPublicKey())
        : new AuthorityKeyIdentifier(
            SubjectKeyIdentifier.getInstance(JcaX509ExtensionUtils.parseExtensionValue(own))
                .getKeyIdentifier());
  }

  static String signatureOf(PrivateKey key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> "SHA256withECDSA";
      case "RSA" -> "SHA256withRSA";
      default ->
          throw new IllegalArgumentException(
              "an authority's key is EC or RSA, not '" + key.getAlgorithm() + "'");
    };
  }

  private static GeneralName alternativeName(String host) {
    return new GeneralName(
        Authority.isIp(host) ? GeneralName.iPAddress : GeneralName.dNSName,
        Authority.withoutBrackets(host));
  }

  private static X509Certificate sign(X509v3CertificateBuilder builder, PrivateKey signer)
      throws GeneralSecurityException, OperatorCreationException {
    return new JcaX509CertificateConverter()
        .getCertificate(
            builder.build(new JcaContentSignerBuilder(signatureOf(signer)).build(signer)));
  }

  private static BigInteger serial() {
    return new BigInteger(120, RANDOM).add(BigInteger.ONE);
  }
}
