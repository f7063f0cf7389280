package dev.crosscheck.device;

import dev.crosscheck.capture.ProxyAddress;
import java.util.Optional;

/** The proxy of this whole machine, for browsers that take no other. */
public interface SystemProxy {

  /** Why it cannot be set here; empty where it can. Changes nothing; quick. */
  Optional<Availability.Unavailable> lacking();

  /**
   * Leads all programs of this machine to a proxy, until it is closed: then all is as it was
   * before, also where this JVM has been killed.
   *
   * @throws DeviceLost where that cannot be done, or is being done already; nothing has changed
   *     then
   */
  Led lead(ProxyAddress to);

  /** A machine that is led. */
  interface Led extends AutoCloseable {
    /** Puts it back; once, never throws. */
    @Override
    void close();
  }
}
