package dev.crosscheck.adapter.selenium;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The process of a browser that runs on this machine, with its children. */
final class BrowserProcess {
  private static final Executor A_MOMENT_LATER =
      CompletableFuture.delayedExecutor(250, TimeUnit.MILLISECONDS);

  private final ProcessHandle process;

  BrowserProcess(ProcessHandle process) {
    this.process = process;
  }

  /**
   * Runs it once the process has ended, a moment later at most. A WebDriver server does not always
   * tell: ChromeDriver may leave a connection open whose browser is gone.
   */
  void whenEnded(Runnable then) {
    if (runs()) {
      A_MOMENT_LATER.execute(() -> whenEnded(then));
    } else {
      then.run();
    }
  }

  /** One that has ended and that its parent has not asked for has no command any more. */
  private boolean runs() {
    return process.isAlive() && process.info().command().isPresent();
  }

  void kill() {
    var children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }
}
