package dev.crosscheck.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What is in use now, in bytes. */
final class Memory {
  private static final int MOST_COLLECTIONS = 20;

  private Memory() {}

  /** Of this JVM's heap, what is still reachable. */
  static long heap() {
    long used = Long.MAX_VALUE;
    for (int i = 0; i < MOST_COLLECTIONS; i++) {
      long before = used;
      System.gc();
      used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
      if (used >= before) {
        break;
      }
    }
    return used;
  }

  /**
   * Of all processes that this one started, and those that they started: each page of memory that
   * several share is counted once (PSS, Linux alone).
   */
  static long children() {
    return ProcessHandle.current().descendants().mapToLong(Memory::proportional).sum();
  }

  private static long proportional(ProcessHandle process) {
    try {
      List<String> lines = Files.readAllLines(Path.of("/proc/" + process.pid() + "/smaps_rollup"));
      return lines.stream()
          .filter(line -> line.startsWith("Pss:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .sum();
    } catch (IOException itHasEnded) {
      return 0;
    }
  }
}
