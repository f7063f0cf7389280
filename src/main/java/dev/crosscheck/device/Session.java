package dev.crosscheck.device;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.scenario.Step;
import java.util.List;

/**
 * One user on one device. Used by one thread; {@link #close} may come from another.
 *
 * <p>What waits ends with {@link java.util.concurrent.CancellationException} when the session is
 * closed or the thread interrupted, and with {@link DeviceLost} when the device is gone.
 */
public interface Session extends AutoCloseable {

  /**
   * Waits until the host page or app is up and the SDK has taken the plugin.
   *
   * @throws StepNotTaken where the SDK or the plugin does not come up by the deadline, with what
   *     the page said about it
   */
  void ready(Deadline by) throws StepNotTaken;

  /**
   * Performs a step. Returns once the SDK has taken it, or, while the network is off, once the SDK
   * has queued it.
   *
   * @throws StepNotTaken where the SDK does not acknowledge it by the deadline
   */
  Acknowledgement perform(Step.OnDevice step, Deadline by) throws StepNotTaken;

  /**
   * Waits until the SDK has taken every step, those queued while the network was off included.
   *
   * @return the late acknowledgements of queued steps, in the order in which they were performed
   */
  List<Acknowledgement> acknowledged(Deadline by) throws StepNotTaken;

  /** Tells the device whether it is online, where it allows that; see the recording for traffic. */
  void online(boolean online, Deadline by);

  Observation observe(Probe what, Deadline by);

  /**
   * Whether what is the session's own still runs, such as a browser that is there for it alone; the
   * device may be alive without. Quick.
   */
  default boolean isAlive() {
    return true;
  }

  /** Leaves as a user does: the page is left, the app goes to the background and stops. */
  void leave(Deadline by);

  /** Ends the session at once, in any state; never throws. */
  @Override
  void close();
}
