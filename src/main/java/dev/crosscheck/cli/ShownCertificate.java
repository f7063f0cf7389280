package dev.crosscheck.cli;

import dev.crosscheck.capture.TrustAnchor;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Locale;

/** A certificate as people and their tools read it. */
record ShownCertificate(X509Certificate certificate) {
  private static final DateTimeFormatter MINUTES =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

  static ShownCertificate of(TrustAnchor trust) {
    return new ShownCertificate(trust.certificate());
  }

  /** The SHA-256 of the whole, as Android and OpenSSL print it: {@code AB:CD:…}. */
  String fingerprint() {
    try {
      return HexFormat.ofDelimiter(":")
          .withUpperCase()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code 2026-12-26 18:00 UTC}. */
  String end() {
    return MINUTES.format(ends());
  }

  Instant ends() {
    return certificate.getNotAfter().toInstant();
  }

  /** The public certificate alone, which Android takes as a raw resource. */
  String pem() {
    return new TrustAnchor(certificate).pem();
  }
}
