package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Answers;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.capture.Recorder;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.capture.TrustAnchor;
import io.netty.handler.ssl.ApplicationProtocolConfig;
import io.netty.handler.ssl.ApplicationProtocolConfig.Protocol;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectedListenerFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolConfig.SelectorFailureBehavior;
import io.netty.handler.ssl.ApplicationProtocolNames;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;

/**
 * Records through an HTTP/1.1 proxy that answers every host itself, inside TLS too. Nothing that a
 * client sends goes any further.
 */
public final class ProxyRecorder implements Recorder {
  private static final int MOST_THREADS = 4;

  private final CertificateAuthority authority;
  private final InstantSource clock;
  private final int port;
  private final SslContext tls;
  private final Loops loops;
  private final Set<ProxyRecording> recordings = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param clock tells when exchanges happened
   * @throws UncheckedIOException where the system has no file descriptors left
   */
  public ProxyRecorder(CertificateAuthority authority, InstantSource clock) {
    this(authority, clock, 0);
  }

  /**
   * @param port on which recordings are opened; 0 for any that is free
   */
  ProxyRecorder(CertificateAuthority authority, InstantSource clock, int port) {
    this.authority = authority;
    this.clock = clock;
    this.port = port;
    this.tls = intercepting(authority);
    this.loops = new Loops(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()));
  }

  @Override
  public TrustAnchor trust() {
    return authority.trust();
  }

  @Override
  public Recording open(String name, Answers answers, Reach reach) {
    if (closed) {
      throw new IllegalStateException("the recorder is closed, so '" + name + "' is not recorded");
    }
    Desk desk =
        new Desk(
            new Ledger(clock, System::nanoTime),
            new Conditions(answers),
            new KeptBytes(KeptBytes.PER_BODY, KeptBytes.PER_RECORDING),
            tls);
    ProxyRecording recording =
        new ProxyRecording(
            Port.open(loops, desk, reach, port, name), desk, loops, recordings::remove);
    recordings.add(recording);
    return recording;
  }

  @Override
  public void close() {
    closed = true;
    recordings.forEach(ProxyRecording::close);
    loops.close();
  }

  private static SslContext intercepting(CertificateAuthority authority) {
    try {
      return SslContextBuilder.forServer(new LeafKeys(authority))
          .sslProvider(SslProvider.JDK)
          .applicationProtocolConfig(
              new ApplicationProtocolConfig(
                  Protocol.ALPN,
                  SelectorFailureBehavior.NO_ADVERTISE,
                  SelectedListenerFailureBehavior.ACCEPT,
                  ApplicationProtocolNames.HTTP_1_1))
          .build();
    } catch (SSLException e) {
      throw new IllegalStateException("this Java serves no TLS: " + e.getMessage(), e);
    }
  }
}
