package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Recorder;
import java.time.InstantSource;

/** A recorder that can only have one port. */
public final class OnePort {
  private OnePort() {}

  public static Recorder recorder(int port) {
    InstantSource clock = InstantSource.system();
    return new ProxyRecorder(CertificateAuthority.inMemory(clock), clock, port);
  }
}
