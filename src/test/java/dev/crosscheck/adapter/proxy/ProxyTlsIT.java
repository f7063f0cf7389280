package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import java.net.HttpURLConnection;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.URI;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** TLS is taken apart for whoever trusts the authority, and handshakes that fail leave a trace. */
class ProxyTlsIT {

  @Test
  void servesOneCertificatePerHost() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      X509Certificate first = certificate(lab, "a.example.com");

      assertThat(names(first)).containsExactly("a.example.com");
      assertThat(certificate(lab, "a.example.com")).isEqualTo(first);
      assertThat(certificate(lab, "b.example.com").getSerialNumber())
          .isNotEqualTo(first.getSerialNumber());
      assertThat(certificate(lab, "b.example.com").getPublicKey()).isEqualTo(first.getPublicKey());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"127.0.0.7", "[::1]", "a.example.com."})
  void servesHostsThatAreNoPlainNames(String host) throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      HttpsURLConnection connection =
          (HttpsURLConnection)
              URI.create("https://" + host + ":4433/x")
                  .toURL()
                  .openConnection(new Proxy(Proxy.Type.HTTP, lab.proxy()));
      connection.setSSLSocketFactory(lab.trusting().getSocketFactory());

      assertThat(connection.getResponseCode()).isEqualTo(200);
      assertThat(lab.only().request().host()).isEqualTo(host);
      assertThat(lab.only().request().url()).isEqualTo("https://" + host + ":4433/x");
    }
  }

  @Test
  void speaksOnlyHttp11WhateverIsOffered() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("a.example.com:443")) {
      SSLSocket tls =
          (SSLSocket)
              lab.trusting()
                  .getSocketFactory()
                  .createSocket(wire.socket(), "a.example.com", 443, true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
      tls.setSSLParameters(parameters);
      tls.startHandshake();

      assertThat(tls.getApplicationProtocol()).isEqualTo("http/1.1");
    }
  }

  @Test
  void recordsTheNameOfAHostThatWasReachedByItsAddress() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("203.0.113.7:443")) {
      SSLSocket tls =
          (SSLSocket)
              lab.trusting()
                  .getSocketFactory()
                  .createSocket(wire.socket(), "203.0.113.7", 443, true);
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setServerNames(List.of(new SNIHostName("Api.example.com")));
      tls.setSSLParameters(parameters);
      tls.startHandshake();
      tls.getOutputStream().write("GET /x HTTP/1.1\r\nHost: y\r\n\r\n".getBytes("US-ASCII"));

      assertThat(names((X509Certificate) tls.getSession().getPeerCertificates()[0]))
          .containsExactly("api.example.com");
      assertThat(lab.only().request().url()).isEqualTo("https://api.example.com/x");
    }
  }

  @Test
  void aClientThatDoesNotTrustUsIsAnAttempt() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("a.example.com:443")) {
      assertThatThrownBy(() -> wire.encrypted(SSLContext.getDefault(), "a.example.com"))
          .isInstanceOf(SSLException.class);

      ConnectionAttempt attempt = onlyAttempt(lab);
      assertThat(attempt.host()).isEqualTo("a.example.com");
      assertThat(attempt.trouble())
          .startsWith("the client does not trust the certificate (")
          .contains("certificate_unknown");
    }
  }

  @Test
  void garbageInsteadOfAHandshakeIsAnAttempt() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("a.example.com:443")) {
      wire.say(new byte[] {22, 3, 1, 0, 5, 9, 9, 9, 9, 9, 0, 0, 0});

      assertThat(onlyAttempt(lab).trouble()).startsWith("the TLS handshake failed: ");
      assertThat(onlyAttempt(lab).host()).isEqualTo("a.example.com");
      assertThat(lab.get("https://a.example.com/").statusCode()).isEqualTo(200);
    }
  }

  @Test
  void aHandshakeThatIsBrokenOffIsAnAttempt() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      try (Wire wire = lab.wire().tunnel("a.example.com:443")) {
        wire.say(new byte[] {22, 3, 1, 0, 100, 1});
      }
      assertThat(onlyAttempt(lab).trouble()).isEqualTo("the client went away in the TLS handshake");
    }
  }

  @Test
  void tlsThatBreaksBeforeAnyRequestIsAnAttempt() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire().tunnel("a.example.com:443");
        Wire tls = wire.encrypted(lab.trusting(), "a.example.com")) {
      wire.say("this is no TLS record");

      assertThat(onlyAttempt(lab).trouble()).startsWith("the TLS handshake failed: ");
    }
  }

  @Test
  void tlsToTheProxyItselfIsAnAttempt() throws Exception {
    try (Lab lab = new Lab(Lab.OK);
        Wire wire = lab.wire()) {
      assertThatThrownBy(() -> wire.encrypted(lab.trusting(), "127.0.0.1"));

      assertThat(onlyAttempt(lab).trouble())
          .isEqualTo("the client speaks TLS to the proxy itself, without CONNECT");
    }
  }

  @Test
  void connectionsThatSayNothingAreNothing() throws Exception {
    try (Lab lab = new Lab(Lab.OK)) {
      lab.wire().close();
      lab.wire().tunnel("a.example.com:443").close();
      lab.wire().tunnel("a.example.com:443").encrypted(lab.trusting(), "a.example.com").close();
      try (Wire wire = lab.wire().tunnel("a.example.com:443")) {
        Wire tls = wire.encrypted(lab.trusting(), "a.example.com");
        // gone without the farewell of TLS
        wire.close();
      }
      Capture capture = lab.recording().settle(Duration.ofMillis(50), any -> true, Lab.in(2_000));

      assertThat(capture.attempts()).isEmpty();
      assertThat(capture.exchanges()).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"EC", "RSA"})
  void worksWithAnAuthorityFromOutside(String algorithm) throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(algorithm.equals("EC") ? 256 : 2048);
    KeyPair pair = generator.generateKeyPair();
    Instant now = Lab.CLOCK.instant();
    X509Certificate mine = Certificates.authority("Mine", pair, now, now.plusSeconds(3_600));
    CertificateAuthority authority = CertificateAuthority.of(pair.getPrivate(), mine, Lab.CLOCK);
    try (Recorder recorder = new ProxyRecorder(authority, Lab.CLOCK);
        Recording recording = recorder.open("a test", Lab.OK, Reach.LOOPBACK)) {
      assertThat(recorder.trust().certificate()).isEqualTo(mine);
      HttpsURLConnection connection =
          (HttpsURLConnection)
              URI.create("https://a.example.com/")
                  .toURL()
                  .openConnection(
                      new Proxy(
                          Proxy.Type.HTTP,
                          new InetSocketAddress("127.0.0.1", recording.address().port())));
      connection.setSSLSocketFactory(Lab.trusting(recorder).getSocketFactory());
      assertThat(connection.getResponseCode()).isEqualTo(HttpURLConnection.HTTP_OK);
    }
  }

  private static X509Certificate certificate(Lab lab, String host) throws Exception {
    try (Wire wire = lab.wire().tunnel(host + ":443");
        Wire tls = wire.encrypted(lab.trusting(), host)) {
      return (X509Certificate) ((SSLSocket) tls.socket()).getSession().getPeerCertificates()[0];
    }
  }

  private static List<Object> names(X509Certificate certificate) throws Exception {
    return certificate.getSubjectAlternativeNames().stream()
        .<Object>map(name -> name.get(1))
        .toList();
  }

  private static ConnectionAttempt onlyAttempt(Lab lab) {
    Capture capture = lab.once(now -> !now.attempts().isEmpty());
    assertThat(capture.exchanges()).isEmpty();
    assertThat(capture.attempts()).hasSize(1);
    return capture.attempts().get(0);
  }
}
