package dev.crosscheck.cli.terminal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A terminal in memory: a screen of so many columns and rows, and what has scrolled off it. It
 * understands what our commands may write, and fails on anything else.
 */
public final class FakeTerminal implements Supplier<TerminalSize> {
  private static final Pattern ESCAPE = Pattern.compile("\u001b\\[(\\??)(\\d*)([A-Za-z])");

  /** One whose end has not been read yet. */
  private static final Pattern BEGUN = Pattern.compile("\u001b(\\[\\??\\d*)?$");

  private final TerminalSize size;
  private final List<Row> rows = new ArrayList<>(List.of(new Row()));
  private String pending = "";
  private int top;
  private int row;
  private int column;
  private boolean cursor = true;
  private boolean coloured;
  private int drawings;
  private int wraps;

  /** What stands in a row, a character for each column; the second of a wide one is empty. */
  private static final class Row {
    private final List<String> columns = new ArrayList<>();

    private void put(int column, String text) {
      while (columns.size() <= column) {
        columns.add(" ");
      }
      columns.set(column, text);
    }

    private String text() {
      return String.join("", columns).stripTrailing();
    }
  }

  public FakeTerminal(int columns, int rows) {
    this.size = new TerminalSize(columns, rows);
  }

  @Override
  public TerminalSize get() {
    return size;
  }

  /** A stream into it. */
  public PrintStream stream() {
    return new PrintStream(
        new ByteArrayOutputStream() {
          @Override
          public void flush() {
            String text = toString(StandardCharsets.UTF_8);
            reset();
            take(text);
          }
        },
        false,
        StandardCharsets.UTF_8);
  }

  /** Takes what was written to it; an escape sequence may come in pieces. */
  public void take(String written) {
    String text = pending + written;
    Matcher piece = BEGUN.matcher(text);
    pending = piece.find() ? piece.group() : "";
    interpret(text.substring(0, text.length() - pending.length()));
  }

  private void interpret(String text) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (c == '\u001b') {
        Matcher escape = ESCAPE.matcher(text).region(at, text.length());
        if (!escape.lookingAt()) {
          throw new AssertionError("an escape that is none: " + visible(text.substring(at)));
        }
        obey(escape.group(1) + escape.group(3), escape.group(2));
        at = escape.end();
      } else {
        show(c);
        at += Character.charCount(c);
      }
    }
  }

  private void obey(String command, String number) {
    switch (command + number) {
      case "?l25" -> cursor = false;
      case "?h25" -> {
        cursor = true;
        drawings++;
      }
      case "J" -> wipeBelow();
      default -> {
        if (command.equals("m")) {
          coloured |= !number.equals("0");
        } else if (command.equals("A") && !number.isEmpty() && !number.equals("0")) {
          up(Integer.parseInt(number));
        } else {
          throw new AssertionError("unknown escape: " + command + " " + number);
        }
      }
    }
  }

  /** A real one stops at its upper edge; whoever drew that far would draw over what stays. */
  private void up(int by) {
    if (row - by < top) {
      throw new AssertionError("moved up " + by + " rows, off the screen");
    }
    row -= by;
  }

  private void wipeBelow() {
    if (column != 0) {
      throw new AssertionError("wiped from the middle of a row");
    }
    rows.subList(row, rows.size()).clear();
    rows.add(new Row());
  }

  private void show(int c) {
    if (c == '\n') {
      column = 0;
      next();
    } else if (c == '\r') {
      column = 0;
    } else if (Character.isISOControl(c)) {
      throw new AssertionError("a control character: " + c);
    } else {
      put(Character.toString(c), Character.isIdeographic(c) || c >= 0x1f300 ? 2 : 1);
    }
  }

  private void put(String text, int width) {
    if (column + width > size.columns()) {
      wraps++;
      column = 0;
      next();
    }
    rows.get(row).put(column, text);
    if (width == 2) {
      rows.get(row).put(column + 1, "");
    }
    column += width;
  }

  private void next() {
    row++;
    if (row == rows.size()) {
      rows.add(new Row());
    }
    top = Math.max(top, row - size.rows() + 1);
  }

  /** Everything on it, what has scrolled off included. */
  public String text() {
    return lines(0);
  }

  /** What can be seen without scrolling back. */
  public String seen() {
    return lines(top);
  }

  private String lines(int from) {
    return IntStream.range(from, rows.size())
        .mapToObj(at -> rows.get(at).text())
        .collect(Collectors.joining("\n"));
  }

  public boolean isCursorShown() {
    return cursor;
  }

  /** Whether the cursor is where a shell would write next: below everything. */
  public boolean isAtItsEnd() {
    return row == rows.size() - 1 && column == 0;
  }

  public boolean isColoured() {
    return coloured;
  }

  /** How many times a picture was drawn or taken away. */
  public int drawings() {
    return drawings;
  }

  /** How many times a line was too long for a row. */
  public int wraps() {
    return wraps;
  }

  private static String visible(String text) {
    return text.substring(0, Math.min(20, text.length())).replace("\u001b", "<ESC>");
  }
}
