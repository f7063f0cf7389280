package dev.crosscheck.adapter.yaml;

import dev.crosscheck.match.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads a string of a pattern: a matcher, or text with references in it. */
final class TextReader {
  private final ReferenceReader references;
  private final boolean mayRefer;

  TextReader(ReferenceReader references, boolean mayRefer) {
    this.references = references;
    this.mayRefer = mayRefer;
  }

  Pattern read(Cursor value) {
    String text = value.raw().orElse("");
    Optional<Pattern> matcher = MatcherReader.read(value, text);
    if (matcher.isPresent()) {
      return matcher.get();
    }
    List<Pattern.Part> parts = parts(value, text);
    boolean plain = parts.stream().allMatch(part -> part instanceof Pattern.Part.Plain);
    if (!plain) {
      return new Pattern.Text(parts);
    }
    StringBuilder literal = new StringBuilder();
    parts.forEach(part -> literal.append(((Pattern.Part.Plain) part).text()));
    return new Pattern.Literal(JsonNodeFactory.instance.stringNode(literal.toString()));
  }

  private List<Pattern.Part> parts(Cursor value, String text) {
    List<Pattern.Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    int i = 0;
    while (i < text.length()) {
      if (text.startsWith("$${", i)) {
        plain.append("${");
        i += 3;
      } else if (text.startsWith("${", i)) {
        int end = text.indexOf('}', i);
        if (end < 0) {
          value.error(
              Rule.BAD_REFERENCE,
              "'" + Shown.of(text.substring(i)) + "' has no '}'",
              "write $${ for a literal ${");
          return List.of();
        }
        flush(plain, parts);
        refer(value, text.substring(i + 2, end)).ifPresent(parts::add);
        i = end + 1;
      } else {
        plain.append(text.charAt(i++));
      }
    }
    flush(plain, parts);
    return parts;
  }

  private static void flush(StringBuilder plain, List<Pattern.Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new Pattern.Part.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  private Optional<Pattern.Reference> refer(Cursor value, String inside) {
    if (inside.startsWith("env:")) {
      Fields.notYet(value.origin().findings(), value.at(), "'${env:…}'");
      return Optional.empty();
    }
    if (MatcherReader.looksLikeOne(inside)) {
      MatcherReader.misplaced(value, inside);
      return Optional.empty();
    }
    if (!mayRefer) {
      value.error(
          Rule.BAD_REFERENCE, "nothing can be referred to here: '${" + Shown.of(inside) + "}'", "");
      return Optional.empty();
    }
    return references.read(value, inside);
  }
}
