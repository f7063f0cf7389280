package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Reached;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Predicate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A recording, and clients that reach the world through it. */
final class Lab implements AutoCloseable {
  static final InstantSource CLOCK = InstantSource.system();
  static final Answers OK = request -> Answer.of(200, "application/json", Body.of("{}"));

  private final Recorder recorder = new ProxyRecorder(CertificateAuthority.inMemory(CLOCK), CLOCK);
  private final Answers answers;
  private final Recording recording;
  private final SSLContext trusting;

  Lab(Answers answers) {
    this.answers = answers;
    recording = recorder.open("a test", answers, Reach.LOOPBACK);
    trusting = trusting(recorder);
  }

  /** The same on a slow network. */
  Lab slow() {
    recording.answer(Reached.by(Network.SLOW, answers));
    return this;
  }

  Recorder recorder() {
    return recorder;
  }

  Recording recording() {
    return recording;
  }

  SSLContext trusting() {
    return trusting;
  }

  InetSocketAddress proxy() {
    return new InetSocketAddress(recording.address().host(), recording.address().port());
  }

  /** A client with connections of its own. */
  HttpClient client() {
    return HttpClient.newBuilder()
        .proxy(ProxySelector.of(proxy()))
        .sslContext(trusting)
        .version(HttpClient.Version.HTTP_1_1)
        .build();
  }

  Wire wire() throws IOException {
    return new Wire(proxy());
  }

  HttpResponse<String> get(String address) throws Exception {
    return client().send(request(address).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String address, String body) throws Exception {
    return client()
        .send(
            request(address).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
  }

  static HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(URI.create(address)).timeout(Duration.ofSeconds(10));
  }

  static Deadline in(long millis) {
    return Deadline.in(Duration.ofMillis(millis), CLOCK);
  }

  /** The capture once it is as wanted. */
  Capture once(Predicate<Capture> wanted) {
    if (!recording.await(wanted, in(5_000))) {
      throw new AssertionError("this did not come: " + recording.soFar());
    }
    return recording.soFar();
  }

  /** The only exchange, once nothing of it is open any more. */
  Exchange only() {
    return once(capture -> capture.size() == 1 && !capture.exchanges().get(0).isOpen())
        .exchanges()
        .get(0);
  }

  static SSLContext trusting(Recorder recorder) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      store.setCertificateEntry("crosscheck", recorder.trust().certificate());
      TrustManagerFactory trust =
          TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
      trust.init(store);
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, trust.getTrustManagers(), null);
      return context;
    } catch (GeneralSecurityException | IOException e) {
      throw new AssertionError(e);
    }
  }

  @Override
  public void close() {
    recorder.close();
  }
}
