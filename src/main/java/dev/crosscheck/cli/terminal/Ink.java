package dev.crosscheck.cli.terminal;

/** A colour of the terminal's own palette, by what it stands for. */
public enum Ink {
  PLAIN(""),
  GOOD("32"),
  BAD("31"),
  BROKEN("35"),
  WARNING("33"),
  FAINT("2");

  private final String code;

  Ink(String code) {
    this.code = code;
  }

  /** The text between the escape sequences that colour it. */
  String on(String text) {
    return code.isEmpty() || text.isEmpty() ? text : "\u001b[" + code + "m" + text + "\u001b[0m";
  }
}
