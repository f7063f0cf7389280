package dev.crosscheck.support;

import dev.crosscheck.capture.Answer;
import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Capture;
import dev.crosscheck.capture.ConnectionAttempt;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Header;
import dev.crosscheck.capture.HttpAnswer;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.capture.Network;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.capture.StillSending;
import dev.crosscheck.capture.TrustAnchor;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** A recorder without a network: what is sent to a recording is recorded and answered at once. */
public final class FakeRecorder implements Recorder {
  private final Map<Integer, FakeRecording> open = new ConcurrentHashMap<>();
  private final AtomicInteger ports = new AtomicInteger();

  @Override
  @SuppressWarnings("NullAway") // no certificate: nothing here speaks TLS
  public TrustAnchor trust() {
    return new TrustAnchor(null);
  }

  @Override
  public Recording open(String name, Answers answers, Reach reach) {
    int port = ports.incrementAndGet();
    FakeRecording recording = new FakeRecording(port, answers);
    open.put(port, recording);
    return recording;
  }

  /** The recording that listens there. */
  public FakeRecording at(ProxyAddress address) {
    return Optional.ofNullable(open.get(address.port())).orElseThrow();
  }

  @Override
  public void close() {
    open.values().forEach(FakeRecording::close);
  }

  /** One recording; {@link #send} is what a client would do. */
  public static final class FakeRecording implements Recording {
    private final int port;
    private final List<Exchange> exchanges = new ArrayList<>();
    private final List<ConnectionAttempt> attempts = new ArrayList<>();
    private Answers answers;
    private boolean closed;
    private Instant last = Instant.now();
    private Optional<Runnable> inQuiet = Optional.empty();
    private Duration leastQuiet = Duration.ZERO;

    FakeRecording(int port, Answers answers) {
      this.port = port;
      this.answers = answers;
    }

    /** Sends a request; returns the status, or 0 where there was no answer. */
    public synchronized int send(String method, String url, String body) {
      URI uri = URI.create(url);
      if (closed || !Network.isReached(answers.network(uri.getHost()))) {
        attempts.add(new ConnectionAttempt(Instant.now(), uri.getHost(), "refused: offline"));
        return 0;
      }
      String target = uri.getRawPath() + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
      HttpRequest request =
          new HttpRequest(
              method,
              uri.getScheme(),
              uri.getHost(),
              uri.getScheme().equals("https") ? 443 : 80,
              target,
              "HTTP/1.1",
              List.of(new Header("Content-Type", "application/json")),
              Body.of(body));
      Answer answer = answers.to(request);
      Instant now = Instant.now();
      last = now;
      Optional<HttpAnswer> given =
          answer instanceof Answer.Respond respond
              ? Optional.of(new HttpAnswer(respond.status(), respond.headers(), respond.body()))
              : Optional.empty();
      exchanges.add(
          new Exchange(
              exchanges.size(),
              0,
              now,
              given.map(a -> now),
              request,
              given,
              List.of(),
              given.isPresent() || answer instanceof Answer.Never
                  ? Optional.empty()
                  : Optional.of("no answer")));
      notifyAll();
      return given.map(HttpAnswer::status).orElse(0);
    }

    synchronized void inQuiet(Duration atLeast, Runnable act) {
      leastQuiet = atLeast;
      inQuiet = Optional.of(act);
    }

    @Override
    public ProxyAddress address() {
      return new ProxyAddress("127.0.0.1", port);
    }

    @Override
    public synchronized Capture soFar() {
      return new Capture(exchanges, attempts);
    }

    @Override
    public synchronized boolean await(Predicate<Capture> until, Deadline by) {
      while (!until.test(soFar())) {
        if (closed || by.passed()) {
          return false;
        }
        pause(by.left());
      }
      return true;
    }

    @Override
    public synchronized void answer(Answers now) {
      answers = now;
    }

    @Override
    public synchronized Capture settle(Duration quiet, Predicate<Exchange> counts, Deadline by)
        throws StillSending {
      Instant from = Instant.now();
      if (quiet.compareTo(leastQuiet) >= 0) {
        inQuiet.ifPresent(Runnable::run);
        inQuiet = Optional.empty();
      }
      while (true) {
        Instant since = last.isAfter(from) ? last : from;
        Duration left = Duration.between(Instant.now(), since.plus(quiet));
        boolean open = exchanges.stream().filter(counts).anyMatch(Exchange::isOpen);
        if (closed || !open && (left.isNegative() || left.isZero())) {
          return soFar();
        }
        if (by.passed()) {
          throw new StillSending("an exchange is open");
        }
        pause(!open && left.compareTo(by.left()) < 0 ? left : by.left());
      }
    }

    @Override
    public synchronized Capture seal(Duration quiet, Predicate<Exchange> counts, Deadline by)
        throws StillSending {
      Capture whole = settle(quiet, counts, by);
      closed = true;
      return whole;
    }

    @Override
    public synchronized void close() {
      closed = true;
      notifyAll();
    }

    private void pause(Duration time) {
      try {
        wait(Math.max(1, time.toMillis()));
      } catch (InterruptedException e) {
        closed = true;
        Thread.currentThread().interrupt();
      }
    }
  }
}
