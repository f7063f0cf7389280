package dev.crosscheck.adapter.appium.pretended;

import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The device's shell: each command with exactly the words that are known of it. */
final class AndroidShell {
  private final Map<String, ShellCommand> commands;

  AndroidShell(Map<String, ShellCommand> commands) {
    this.commands = Map.copyOf(commands);
  }

  /** Returns the exit code of the last command of the line. */
  int run(String line, ShellIo io) throws IOException, InterruptedException, NotKnown {
    int exit = 0;
    for (ShellWords.Command command : ShellWords.parse(line)) {
      if (!command.ifWell() || exit == 0) {
        exit = run(command.words(), io);
      }
    }
    return exit;
  }

  private int run(List<String> words, ShellIo io)
      throws IOException, InterruptedException, NotKnown {
    String name = words.get(0);
    if (name.equals("exec")) {
      return run(words.subList(1, words.size()), io);
    }
    ShellCommand command = commands.get(name);
    if (command == null) {
      io.complain("/system/bin/sh: " + name + ": inaccessible or not found\n");
      throw new NotKnown(words);
    }
    return command.run(words, io);
  }
}
