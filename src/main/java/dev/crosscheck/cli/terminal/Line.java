package dev.crosscheck.cli.terminal;

import dev.crosscheck.capture.Inert;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of text to print. Colours are ours alone: control characters in what was captured or read
 * are written out, so that nothing a partner sends can steer a terminal.
 */
public record Line(List<Span> spans) {

  /** What a CI system would take for a command to itself: GitHub's workflow commands. */
  private static final Pattern COMMAND = Pattern.compile("^(\\s*)::");

  /** A piece of one colour. */
  public record Span(Ink ink, String text) {
    public Span {
      text = Inert.line(text);
    }
  }

  public Line {
    spans = List.copyOf(spans);
  }

  public static Line of(String text) {
    return of(Ink.PLAIN, text);
  }

  public static Line of(Ink ink, String text) {
    return new Line(List.of(new Span(ink, text)));
  }

  /** One line for each line of the text. */
  public static List<Line> each(Ink ink, String text) {
    return text.lines().map(line -> of(ink, line)).toList();
  }

  public Line and(Ink ink, String text) {
    List<Span> more = new ArrayList<>(spans);
    more.add(new Span(ink, text));
    return new Line(more);
  }

  public Line and(String text) {
    return and(Ink.PLAIN, text);
  }

  /** The same, two columns to the right. */
  public Line indented() {
    List<Span> more = new ArrayList<>(List.of(new Span(Ink.PLAIN, "  ")));
    more.addAll(spans);
    return new Line(more);
  }

  /** How many columns of a terminal it takes, at most. */
  public int columns() {
    return spans.stream().mapToInt(span -> Columns.of(span.text())).sum();
  }

  /** The part of it that fits into so many columns, with an ellipsis where something was cut. */
  public Line within(int columns) {
    if (columns() <= columns) {
      return this;
    }
    List<Span> kept = new ArrayList<>();
    int left = columns - 1;
    for (Span span : spans) {
      String head = Columns.head(span.text(), left);
      left -= Columns.of(head);
      if (!head.equals(span.text())) {
        kept.add(new Span(span.ink(), columns > 0 ? head + Columns.ELLIPSIS : ""));
        break;
      }
      kept.add(span);
    }
    return new Line(kept);
  }

  public String render(boolean colours) {
    StringBuilder line = new StringBuilder();
    spans.forEach(span -> line.append(colours ? span.ink().on(span.text()) : span.text()));
    return COMMAND.matcher(line).replaceFirst("$1\\\\u003a:");
  }
}
