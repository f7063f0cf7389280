package dev.crosscheck.adapter.yaml;

import dev.crosscheck.match.Pattern;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.JsonNodeFactory;

/** Reads what an expectation says of a value: literals, matchers, references. */
final class PatternReader {
  private static final String CONTAINS = "${contains}";

  private final TextReader texts;

  /**
   * @param types the types that a reference may name; empty where they are not known
   */
  PatternReader(Optional<List<String>> types) {
    this.texts = new TextReader(new ReferenceReader(types), true);
  }

  private PatternReader(TextReader texts) {
    this.texts = texts;
  }

  /** Reads patterns in which nothing can be referred to. */
  static PatternReader withoutReferences() {
    return new PatternReader(new TextReader(new ReferenceReader(Optional.empty()), false));
  }

  Pattern read(Cursor value) {
    if (value.isMap()) {
      Map<String, Pattern> fields = new LinkedHashMap<>();
      value.entries().forEach(entry -> fields.put(entry.key(), read(entry.value())));
      return new Pattern.Fields(fields);
    } else if (value.isList()) {
      return list(value.items());
    }
    return value.isText() ? texts.read(value) : new Pattern.Literal(JsonReader.scalar(value));
  }

  private Pattern list(List<Cursor> items) {
    boolean containing =
        !items.isEmpty() && items.get(0).isText() && items.get(0).raw().get().equals(CONTAINS);
    List<Pattern> elements = items.stream().skip(containing ? 1 : 0).map(this::read).toList();
    return containing ? new Pattern.Containing(elements) : new Pattern.Elements(elements);
  }

  /** What stands in for a pattern that could not be read; the finding has been told. */
  static Pattern unreadable() {
    return new Pattern.Literal(JsonNodeFactory.instance.nullNode());
  }
}
