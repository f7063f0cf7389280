package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.List;

/** What a word at the beginning of a shell's line starts. */
interface ShellCommand {
  /**
   * Returns the exit code.
   *
   * @param words all of them, the command's own name first
   * @throws NotKnown where it knows the command, but not these words
   */
  int run(List<String> words, ShellIo io) throws IOException, InterruptedException, NotKnown;
}
