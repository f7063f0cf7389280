package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;

/**
 * The device's log: {@code logcat -v threadtime} tells what there is and then what comes, {@code
 * -d} only what there is, {@code -c} forgets it.
 */
final class Logcat implements ShellCommand {
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm:ss.SSS");
  private static final String BEGINNING = "--------- beginning of main\n";

  private final List<String> lines = new ArrayList<>();
  private long forgotten;

  /** A text of several lines is one entry in each. */
  void log(int pid, String level, String tag, String text) {
    String time = TIME.format(LocalDateTime.now(ZoneOffset.UTC));
    synchronized (lines) {
      for (String line : text.split("\n", -1)) {
        lines.add("%s %5d %5d %s %s: %s%n".formatted(time, pid, pid, level, tag, line));
      }
      lines.notifyAll();
    }
  }

  @Override
  public int run(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    List<String> options = words.subList(1, words.size());
    if (options.equals(List.of("-c"))) {
      synchronized (lines) {
        forgotten += lines.size();
        lines.clear();
      }
    } else if (options.equals(List.of("-v", "threadtime"))) {
      follow(io);
    } else if (options.equals(List.of("-d", "-v", "threadtime"))) {
      io.say(BEGINNING + String.join("", since(0)));
    } else {
      throw new NotKnown(words);
    }
    return 0;
  }

  private void follow(ShellIo io) throws IOException, InterruptedException {
    io.say(BEGINNING);
    long told = 0;
    while (true) {
      List<String> fresh;
      synchronized (lines) {
        while (forgotten + lines.size() <= told) {
          lines.wait();
        }
        fresh = since(told);
        told = forgotten + lines.size();
      }
      io.say(String.join("", fresh));
    }
  }

  private List<String> since(long told) {
    synchronized (lines) {
      int from = (int) Math.max(0, told - forgotten);
      return List.copyOf(lines.subList(from, lines.size()));
    }
  }
}
