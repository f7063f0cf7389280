package dev.crosscheck.cli;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Watches over a run: when the process is told to stop (Ctrl-C, SIGTERM), the run is interrupted
 * and given time to write its report and to end what it started; what is still there then is
 * killed.
 */
public final class Interruption implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Duration patience;
  private final CountDownLatch over = new CountDownLatch(1);
  private final Thread hook = new Thread(this::shutDown, "crosscheck-interruption");
  private final Stop stop = new Stop();

  private Interruption(Duration patience) {
    this.patience = patience;
  }

  /** Watches from now until closed. */
  public static Interruption watching() {
    return watching(PATIENCE);
  }

  /**
   * @param patience how long a run that was interrupted may take to end
   */
  static Interruption watching(Duration patience) {
    Interruption interruption = new Interruption(patience);
    Runtime.getRuntime().addShutdownHook(interruption.hook);
    return interruption;
  }

  /**
   * @param run makes the run end soon; called at once if the process was told to stop already
   */
  public void ends(Runnable run) {
    stop.ends(run);
  }

  /** The run is over, and its report written. */
  @Override
  public void close() {
    over.countDown();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is stopping: the hook finds the run over and returns
    }
  }

  private void shutDown() {
    if (over.getCount() == 0) {
      return;
    }
    Set<ProcessHandle> ours = new LinkedHashSet<>();
    ProcessHandle.current().descendants().forEach(ours::add);
    Thread teller = new Thread(stop::now, "crosscheck-stop");
    teller.setDaemon(true);
    teller.start();
    try {
      over.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ProcessHandle.current().descendants().forEach(ours::add);
    ours.forEach(ProcessHandle::destroyForcibly);
  }
}
