package dev.crosscheck.cli;

import dev.crosscheck.capture.Inert;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A line of text to print. Colours are ours alone: control characters in what was captured or read
 * are written out, so that nothing a partner sends can steer a terminal.
 */
record Line(List<Span> spans) {

  /** What a CI system would take for a command to itself: GitHub's workflow commands. */
  private static final Pattern COMMAND = Pattern.compile("^(\\s*)::");

  /** A piece of one colour. */
  record Span(Ink ink, String text) {
    Span {
      text = Inert.line(text);
    }
  }

  Line {
    spans = List.copyOf(spans);
  }

  static Line of(String text) {
    return new Line(List.of(new Span(Ink.PLAIN, text)));
  }

  static Line of(Ink ink, String text) {
    return new Line(List.of(new Span(ink, text)));
  }

  /** One line for each line of the text. */
  static List<Line> each(Ink ink, String text) {
    return text.lines().map(line -> of(ink, line)).toList();
  }

  Line and(Ink ink, String text) {
    List<Span> more = new ArrayList<>(spans);
    more.add(new Span(ink, text));
    return new Line(more);
  }

  Line and(String text) {
    return and(Ink.PLAIN, text);
  }

  String render(boolean colours) {
    StringBuilder line = new StringBuilder();
    spans.forEach(span -> line.append(colours ? span.ink().on(span.text()) : span.text()));
    return COMMAND.matcher(line).replaceFirst("$1\\\\u003a:");
  }
}
