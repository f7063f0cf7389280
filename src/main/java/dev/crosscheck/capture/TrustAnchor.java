package dev.crosscheck.capture;

import java.security.cert.X509Certificate;

/** The public certificate that a device must trust; its key never leaves the recorder. */
public record TrustAnchor(X509Certificate certificate) {}
