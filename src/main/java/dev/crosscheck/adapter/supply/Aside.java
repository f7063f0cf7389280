package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Shortage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Work that no interrupt ends, such as a download. It is done in a thread of its own, so that
 * whoever waits for it can be interrupted; it then goes on until it or the process ends.
 */
final class Aside {
  private Aside() {}

  /** Gives something, or says why not. */
  interface Work<V> {
    V get() throws Shortage;
  }

  static <V> V get(Work<V> work) throws Shortage, InterruptedException {
    FutureTask<V> task = new FutureTask<>(work::get);
    Thread thread = new Thread(task, "aside of " + Thread.currentThread().getName());
    thread.setDaemon(true);
    thread.start();
    try {
      return task.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Shortage shortage) {
        throw shortage;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
