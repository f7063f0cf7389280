package dev.crosscheck.adapter.local;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A process and those it started, as they are now. */
final class ProcessTree {
  private static final long PATIENCE_MS = 2_000;

  private final List<ProcessHandle> processes;

  private ProcessTree(List<ProcessHandle> processes) {
    this.processes = processes;
  }

  static ProcessTree of(ProcessHandle root) {
    List<ProcessHandle> all = new ArrayList<>(List.of(root));
    all.addAll(root.descendants().toList());
    return new ProcessTree(all);
  }

  /** Ends all of them at once, and returns when they are gone. */
  void end() {
    processes.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture<?>[] gone =
        processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(gone)
        .completeOnTimeout(null, PATIENCE_MS, TimeUnit.MILLISECONDS)
        .join();
  }
}
