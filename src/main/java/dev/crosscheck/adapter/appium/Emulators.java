package dev.crosscheck.adapter.appium;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * The emulators that servers of ours have started, known by their arguments: adb does not know one
 * that has not booted, and does not tell the name of one that asks for no token.
 */
final class Emulators {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private Emulators() {}

  static List<ProcessHandle> with(String avd) {
    return ProcessHandle.current().descendants().filter(process -> runs(process, avd)).toList();
  }

  private static boolean runs(ProcessHandle process, String avd) {
    List<String> words = List.of(process.info().arguments().orElse(new String[0]));
    int name = words.indexOf("-avd") + 1;
    return name > 0 && name < words.size() && words.get(name).equals(avd);
  }

  /** Asks them to end, and ends what has not within 20 s. */
  static void end(List<ProcessHandle> emulators) {
    emulators.forEach(ProcessHandle::destroy);
    CompletableFuture<?>[] ends =
        emulators.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(ends)
        .completeOnTimeout(null, PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .join();
    emulators.forEach(ProcessHandle::destroyForcibly);
  }
}
