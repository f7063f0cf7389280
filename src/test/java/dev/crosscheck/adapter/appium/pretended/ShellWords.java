package dev.crosscheck.adapter.appium.pretended;

import java.util.ArrayList;
import java.util.List;

/**
 * A line for the device's shell, parsed as {@code sh} does: quotes, backslashes, and commands
 * parted by {@code ;} and {@code &&}. Patterns stand for themselves, as where no file is named so.
 * What else a shell would make something of is not known.
 */
final class ShellWords {
  private static final String SPECIAL = "|<>$`()#\n";

  /** A command, and whether it runs only if the one before it went well. */
  record Command(List<String> words, boolean ifWell) {}

  private final String line;
  private final List<Command> commands = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private boolean ifWell;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  static List<Command> parse(String line) throws NotKnown {
    ShellWords parser = new ShellWords(line);
    parser.parse();
    return parser.commands;
  }

  private void parse() throws NotKnown {
    while (at < line.length()) {
      char c = line.charAt(at++);
      if (c == '\'') {
        quoted();
      } else if (c == '"') {
        doubleQuoted();
      } else if (c == '\\' && at < line.length()) {
        append(line.charAt(at++));
      } else if (c == ' ') {
        endWord();
      } else if (c == ';') {
        endCommand(false);
      } else if (c == '&' && at < line.length() && line.charAt(at) == '&') {
        at++;
        endCommand(true);
      } else if (c == '&' || SPECIAL.indexOf(c) >= 0) {
        throw new NotKnown("'" + c + "' in the shell's line '" + line + "'");
      } else {
        append(c);
      }
    }
    endCommand(false);
  }

  private void quoted() throws NotKnown {
    int end = line.indexOf('\'', at);
    if (end < 0) {
      throw new NotKnown("the open quote in the shell's line '" + line + "'");
    }
    word.append(line, at, end);
    inWord = true;
    at = end + 1;
  }

  private void doubleQuoted() throws NotKnown {
    inWord = true;
    for (; at < line.length() && line.charAt(at) != '"'; at++) {
      char c = line.charAt(at);
      if (c == '$' || c == '`') {
        throw new NotKnown("'" + c + "' in the shell's line '" + line + "'");
      }
      boolean escaped =
          c == '\\' && at + 1 < line.length() && "\"\\$`".indexOf(line.charAt(at + 1)) >= 0;
      word.append(escaped ? line.charAt(++at) : c);
    }
    if (at == line.length()) {
      throw new NotKnown("the open quote in the shell's line '" + line + "'");
    }
    at++;
  }

  private void append(char c) {
    word.append(c);
    inWord = true;
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
    }
    word.setLength(0);
    inWord = false;
  }

  private void endCommand(boolean and) {
    endWord();
    if (!words.isEmpty()) {
      commands.add(new Command(List.copyOf(words), ifWell));
    }
    words.clear();
    ifWell = and;
  }
}
