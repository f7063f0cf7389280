package dev.crosscheck.adapter.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A process and those it started, as they are now. */
final class ProcessTree {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration LOOK = Duration.ofMillis(5);

  private final List<ProcessHandle> processes;

  private ProcessTree(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  static ProcessTree of(ProcessHandle root) {
    List<ProcessHandle> all = new ArrayList<>(List.of(root));
    all.addAll(root.descendants().toList());
    return new ProcessTree(all);
  }

  /**
   * Ends all of them at once, and returns when none of them runs any more. It needs no timer of
   * {@code CompletableFuture}, for it may run on the very thread that serves these.
   */
  void end() {
    processes.forEach(ProcessHandle::destroyForcibly);
    long began = System.nanoTime();
    for (ProcessHandle process : processes) {
      Future<?> exit = process.onExit();
      boolean running = runs(process);
      while (running && System.nanoTime() - began < PATIENCE.toNanos()) {
        running = !isDoneWithin(LOOK, exit) && runs(process);
      }
    }
    isDoneWithin(PATIENCE, processes.get(0).onExit());
  }

  /** One that has ended may wait long for the system to forget it, but has no program any more. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }

  /** An interruption does not end the waiting, and is kept. */
  private static boolean isDoneWithin(Duration time, Future<?> exit) {
    boolean interrupted = false;
    long began = System.nanoTime();
    try {
      while (true) {
        try {
          exit.get(time.toNanos() - (System.nanoTime() - began), TimeUnit.NANOSECONDS);
          return true;
        } catch (InterruptedException e) {
          interrupted = true;
        }
      }
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException(e);
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
