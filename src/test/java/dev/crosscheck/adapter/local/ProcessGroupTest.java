package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the programs are scripts of a shell")
class ProcessGroupTest {
  @TempDir Path folder;

  @Test
  void tellsWhatAProgramSaidLastThoughItIsReadLate() {
    CountDownLatch never = new CountDownLatch(1);
    try (ProcessGroup group = start("echo no display; exit 3", line -> waited(never, 400))) {
      awaitEnd(group);

      assertThat(group.ended()).contains("a program ended with status 3, saying: no display");
    }
  }

  @Test
  void doesNotWaitWithoutEndForWhatIsNotRead() {
    CountDownLatch never = new CountDownLatch(1);
    try (ProcessGroup group = start("echo no display; exit 3", line -> waited(never, 60_000))) {
      awaitEnd(group);

      assertThat(group.ended()).contains("a program ended with status 3");
      assertThat(group.ended()).contains("a program ended with status 3");
    } finally {
      never.countDown();
    }
  }

  private ProcessGroup start(String script, Predicate<String> output) {
    return ProcessGroup.start(
        "a program", Path.of("/bin/sh"), List.of("-c", script), Map.of(), folder, output);
  }

  private static void awaitEnd(ProcessGroup group) {
    ProcessHandle.of(group.pid()).ifPresent(process -> process.onExit().join());
  }

  /** Whether it came to zero, as it does not. */
  private static boolean waited(CountDownLatch latch, long millis) {
    try {
      return latch.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
