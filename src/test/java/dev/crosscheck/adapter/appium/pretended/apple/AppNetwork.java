package dev.crosscheck.adapter.appium.pretended.apple;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** An app's way out: through its proxy, trusting those whom the simulator's keychain names. */
final class AppNetwork {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final Optional<HttpClient> client;
  private final String agent;

  /** Nothing came back. */
  static final class Unreached extends Exception {
    private static final long serialVersionUID = 1;

    Unreached(String message) {
      super(message);
    }
  }

  /**
   * @param port of the proxy on this machine; without it there is no way out, for a test must not
   *     reach the internet
   * @param agent what it calls itself
   */
  AppNetwork(Optional<Integer> port, List<String> trusted, String agent) {
    this.agent = agent;
    this.client = port.map(number -> client(number, trusted));
  }

  private static HttpClient client(int port, List<String> trusted) {
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(new InetSocketAddress("127.0.0.1", port)))
        .version(HttpClient.Version.HTTP_1_1)
        .sslContext(trusting(trusted))
        .build();
  }

  private static SSLContext trusting(List<String> trusted) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      for (String pem : trusted) {
        store.setCertificateEntry(
            "root " + store.size(),
            CertificateFactory.getInstance("X.509")
                .generateCertificate(
                    new ByteArrayInputStream(pem.getBytes(StandardCharsets.US_ASCII))));
      }
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String url) throws Unreached {
    return ask(HttpRequest.newBuilder(URI.create(url)).GET());
  }

  /** What comes of it is nobody's business. */
  void post(String url, String body) {
    try {
      ask(
          HttpRequest.newBuilder(URI.create(url))
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(body)));
    } catch (Unreached e) {
      return; // a customer's app would not notice either
    }
  }

  private HttpResponse<String> ask(HttpRequest.Builder request) throws Unreached {
    try {
      return client
          .orElseThrow(() -> new Unreached("this app was told no proxy"))
          .send(
              request.timeout(LIMIT).header("User-Agent", agent).build(),
              HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new Unreached(e.toString());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreached("the process has ended");
    }
  }
}
