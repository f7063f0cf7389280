package dev.crosscheck.capture;

import java.time.Duration;
import java.util.function.Predicate;

/** One attempt's traffic, as it comes. Safe for use by several threads. */
public interface Recording extends AutoCloseable {
  ProxyAddress address();

  /** What has come so far. */
  Capture soFar();

  /**
   * Waits until a capture satisfies the condition; looks at once, then whenever traffic comes. The
   * condition runs on the calling thread.
   *
   * @return false where the deadline passed first, or the recording ended, so that nothing can come
   * @throws java.util.concurrent.CancellationException where the thread was interrupted
   */
  boolean await(Predicate<Capture> until, Deadline by);

  /** Answers like this from now on; a change of network takes effect at once. */
  void answer(Answers now);

  /**
   * Waits until nothing is open and nothing new came for {@code quiet}: no request, no answer, no
   * frame, no handshake, no refused try to connect. Quiet is measured from this call at the
   * earliest: what came before it proves nothing.
   *
   * @param counts the exchanges that count; those that do not may be open or come at any time. It
   *     is also asked about what is no exchange yet: a request that is still being read (without
   *     its body), and a tunnel or handshake (as its CONNECT request)
   * @throws StillSending where the deadline passes first, or the recording was closed
   * @throws java.util.concurrent.CancellationException where the thread was interrupted
   */
  Capture settle(Duration quiet, Predicate<Exchange> counts, Deadline by) throws StillSending;

  /**
   * {@link #settle}, and then takes nothing more: the port is closed before this returns. What was
   * answered is in the capture; what comes later is never read. Afterwards it returns the same
   * capture again.
   */
  Capture seal(Duration quiet, Predicate<Exchange> counts, Deadline by) throws StillSending;

  /** Closes the port and every connection at once; what came can still be read. */
  @Override
  void close();
}
