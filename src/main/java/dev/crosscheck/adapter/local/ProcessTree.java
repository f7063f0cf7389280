package dev.crosscheck.adapter.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process and those it started, as they are now. */
final class ProcessTree {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final long LOOK_MS = 5;

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
   * Ends all of them at once, and returns when none of them runs, and how the first ended is known.
   */
  void end() {
    processes.forEach(ProcessHandle::destroyForcibly);
    long started = System.nanoTime();
    while (processes.stream().anyMatch(ProcessTree::runs)
        && System.nanoTime() - started < PATIENCE.toNanos()) {
      try {
        Thread.sleep(LOOK_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
    processes
        .get(0)
        .onExit()
        .completeOnTimeout(processes.get(0), PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
  }

  /** One that has ended waits for its parent, or the system, to hear of that; it has no program. */
  private static boolean runs(ProcessHandle process) {
    return process.isAlive() && process.info().command().isPresent();
  }
}
