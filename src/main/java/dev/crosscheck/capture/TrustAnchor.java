package dev.crosscheck.capture;

import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Base64;

/** The public certificate that a device must trust; its key never leaves the recorder. */
public record TrustAnchor(X509Certificate certificate) {
  /** How a file of one begins (RFC 7468). */
  public static final String BEGIN = "-----BEGIN CERTIFICATE-----";

  private static final String END = "-----END CERTIFICATE-----";
  private static final int LINE = 64;

  /** The certificate as a text of lines (RFC 7468). */
  public String pem() {
    try {
      Base64.Encoder lines = Base64.getMimeEncoder(LINE, "\n".getBytes(StandardCharsets.US_ASCII));
      return BEGIN + "\n" + lines.encodeToString(certificate.getEncoded()) + "\n" + END + "\n";
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate without a form", e);
    }
  }
}
