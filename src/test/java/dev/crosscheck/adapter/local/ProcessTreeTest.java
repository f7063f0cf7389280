package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ProcessTreeTest {
  private Process shell;
  private ProcessHandle child;

  @BeforeEach
  void start() throws IOException {
    shell = new ProcessBuilder("/bin/sh", "-c", "sleep 60 & echo $!; wait").start();
    BufferedReader lines = shell.inputReader();
    child = ProcessHandle.of(Long.parseLong(lines.readLine())).orElseThrow();
  }

  @AfterEach
  void end() {
    child.destroyForcibly();
    shell.destroyForcibly();
  }

  @Test
  void endsAProcessAndWhatItStarted() {
    ProcessTree.of(shell.toHandle()).end();

    assertThat(shell.isAlive()).isFalse();
    assertThat(child.info().command()).as("its program").isEmpty();
  }

  @Test
  void endsThemOnTheThreadThatServesTimers() throws Exception {
    ProcessTree tree = ProcessTree.of(shell.toHandle());

    new CompletableFuture<Void>()
        .completeOnTimeout(null, 1, TimeUnit.MILLISECONDS)
        .thenRun(tree::end)
        .get(5, TimeUnit.SECONDS);

    assertThat(shell.isAlive()).isFalse();
  }

  @Test
  void anInterruptionIsKeptAndEndsNoWaiting() {
    Thread.currentThread().interrupt();
    ProcessTree.of(shell.toHandle()).end();

    assertThat(Thread.interrupted()).isTrue();
    assertThat(shell.isAlive()).isFalse();
  }
}
