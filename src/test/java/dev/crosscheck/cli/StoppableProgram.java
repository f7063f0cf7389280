package dev.crosscheck.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * A program with a run that started a process. Told to stop, it ends that process and writes its
 * report; the stubborn kind does not hear.
 */
final class StoppableProgram {
  private StoppableProgram() {}

  public static void main(String[] arguments) throws Exception {
    boolean stubborn = arguments[0].equals("stubborn");
    CountDownLatch told = new CountDownLatch(1);
    try (Interruption interruption =
        Interruption.watching(stubborn ? Duration.ofMillis(200) : Duration.ofSeconds(20))) {
      interruption.ends(stubborn ? () -> {} : told::countDown);
      Process child = new ProcessBuilder("sleep", "600").start();
      System.out.println("running " + child.pid());
      told.await();
      child.destroy();
      child.waitFor();
      System.out.println("report written");
    }
    System.exit(ExitCode.NOT_JUDGED);
  }
}
