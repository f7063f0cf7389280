package dev.crosscheck.adapter.local;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** A process and those it started, as they are now. */
final class ProcessTree {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Executor NOTICED =
      CompletableFuture.delayedExecutor(5, TimeUnit.MILLISECONDS);

  private final List<ProcessHandle> processes;

  private ProcessTree(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  static ProcessTree of(ProcessHandle root) {
    List<ProcessHandle> all = new ArrayList<>(List.of(root));
    all.addAll(root.descendants().toList());
    return new ProcessTree(all);
  }

  /** Ends all of them at once, and returns when none of them runs any more. */
  void end() {
    processes.forEach(ProcessHandle::destroyForcibly);
    long began = System.nanoTime();
    boolean some = someRun();
    while (some && System.nanoTime() - began < PATIENCE.toNanos()) {
      some = CompletableFuture.supplyAsync(this::someRun, NOTICED).join();
    }
    ProcessHandle root = processes.get(0);
    root.onExit().completeOnTimeout(root, PATIENCE.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  /** One that has ended may wait long for the system to forget it, but has no program any more. */
  private boolean someRun() {
    return processes.stream()
        .anyMatch(process -> process.isAlive() && process.info().command().isPresent());
  }
}
