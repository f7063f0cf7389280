package dev.crosscheck.adapter.hostapp;

import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with gaps: {@code @@name@@}. A line that is nothing but a gap goes where it stays empty.
 */
record Template(String text) {
  private static final Pattern GAP =
      Pattern.compile("^@@([a-z ]+)@@\\n|@@([a-z ]+)@@", Pattern.MULTILINE);
  private static final Pattern EMPTY_LINES = Pattern.compile("\\n{3,}");

  /**
   * @throws IllegalStateException where a gap has no value
   */
  String filled(Map<String, String> values) {
    String full = GAP.matcher(text).replaceAll(gap -> Matcher.quoteReplacement(fill(values, gap)));
    return EMPTY_LINES.matcher(full).replaceAll("\n\n");
  }

  private static String fill(Map<String, String> values, MatchResult gap) {
    boolean line = gap.group(1) != null;
    String name = line ? gap.group(1) : gap.group(2);
    String value = values.get(name);
    if (value == null) {
      throw new IllegalStateException("nothing fills '" + name + "'");
    }
    return line && !value.isEmpty() ? value + "\n" : value;
  }
}
