package dev.crosscheck.adapter.proxy;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.handler.ssl.SslHandshakeTimeoutException;
import java.nio.channels.ClosedChannelException;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLProtocolException;
import org.junit.jupiter.api.Test;

class HandshakeTest {

  @Test
  void tellsAMissingTrustFromOtherTrouble() {
    assertThat(Handshake.trouble(new SSLHandshakeException("Received fatal alert: unknown_ca")))
        .isEqualTo("the client does not trust the certificate (received fatal alert: unknown_ca)");
    assertThat(Handshake.trouble(new SSLHandshakeException("no cipher suites in common")))
        .isEqualTo("the TLS handshake failed: no cipher suites in common");
    // as curl does it
    assertThat(
            Handshake.trouble(
                new SSLProtocolException(
                    "Insufficient buffer remaining for AEAD cipher fragment (2). Needs to be more"
                        + " than tag size (16)")))
        .isEqualTo("the client broke the TLS handshake off: it may not trust the certificate");
  }

  @Test
  void tellsWhoEndedIt() {
    assertThat(Handshake.trouble(new ClosedChannelException()))
        .isEqualTo("the client went away in the TLS handshake");
    assertThat(Handshake.trouble(new SslHandshakeTimeoutException("10000ms")))
        .isEqualTo("the TLS handshake was not over in time");
  }
}
