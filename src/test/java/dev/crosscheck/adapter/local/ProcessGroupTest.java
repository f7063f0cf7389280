package dev.crosscheck.adapter.local;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.support.Visit;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessGroupTest {
  @TempDir Path folder;

  @Test
  void tellsWhatAProgramSaidLastThoughItIsReadLate() {
    CountDownLatch never = new CountDownLatch(1);
    try (ProcessGroup group = start("echo no display; exit 3", line -> waited(never, 400))) {
      assertThat(ended(group)).contains("a program ended with status 3, saying: no display");
    }
  }

  @Test
  void doesNotWaitWithoutEndForWhatIsNotRead() {
    CountDownLatch never = new CountDownLatch(1);
    try (ProcessGroup group = start("echo no display; exit 3", line -> waited(never, 60_000))) {
      assertThat(ended(group)).contains("a program ended with status 3");
      // a second each time would be twenty
      Deadline by = Visit.in(Duration.ofSeconds(10));
      for (int i = 0; i < 20; i++) {
        assertThat(group.ended()).contains("a program ended with status 3");
      }
      assertThat(by.passed()).isFalse();
    } finally {
      never.countDown();
    }
  }

  private ProcessGroup start(String script, Predicate<String> output) {
    return ProcessGroup.start(
        "a program", Path.of("/bin/sh"), List.of("-c", script), Map.of(), folder, output);
  }

  /** The first that is told of its end: a handle of the process may know of it sooner. */
  private static Optional<String> ended(ProcessGroup group) {
    Deadline by = Visit.soon();
    Optional<String> end = group.ended();
    while (end.isEmpty() && !by.passed()) {
      end = group.ended();
    }
    return end;
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
