package dev.crosscheck.match;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What an expectation says of a JSON value. Objects are partial, arrays exact, numbers compared by
 * value; null is not absent.
 */
public sealed interface Pattern {

  /** A scalar or null, literally. */
  record Literal(JsonNode value) implements Pattern {}

  /** An object that holds at least these fields. */
  record Fields(Map<String, Pattern> fields) implements Pattern {
    public Fields {
      fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }
  }

  /** An array of exactly these elements, in this order. */
  record Elements(List<Pattern> elements) implements Pattern {
    public Elements {
      elements = List.copyOf(elements);
    }
  }

  /** {@code ["${contains}", a, b]}: an array that holds each of these somewhere. */
  record Containing(List<Pattern> elements) implements Pattern {
    public Containing {
      elements = List.copyOf(elements);
    }
  }

  /** {@code ${any}}: there, whatever it is, null included. */
  record AnyValue() implements Pattern {}

  /** {@code ${absent}}: not there. */
  record Missing() implements Pattern {}

  /** {@code ${type number}}. */
  record OfType(JsonType type) implements Pattern {}

  /** {@code ${regex ^a.*b$}}: a string in which the regular expression is found. */
  record Regex(String regex) implements Pattern {}

  /** {@code ${date}}: an ISO 8601 date or date-time. */
  record IsoDate() implements Pattern {}

  /** {@code ${within 25 0.01}}: a number at most {@code by} away. */
  record Within(BigDecimal of, BigDecimal by) implements Pattern {}

  /** {@code ${sha256 jane@example.com}}: the lower-case hex digest of the UTF-8 text. */
  record Sha256(String text) implements Pattern {}

  /**
   * A string with references in it, such as {@code ${segment.anonymousId}} or {@code
   * user-${event[0].properties.id}}. A string that is one reference and nothing else takes the
   * referenced value with its type.
   */
  record Text(List<Part> parts) implements Pattern {
    public Text {
      parts = List.copyOf(parts);
    }
  }

  /** A part of a {@link Text}. */
  sealed interface Part {
    /** Plain characters. */
    record Plain(String text) implements Part {}
  }

  /**
   * A value told elsewhere in the capture.
   *
   * @param type a message type of the plugin, or {@code segment}
   * @param index which message of the type, from 0; -1 for the latest that has the path
   * @param path the place in the message, such as {@code properties.$device_id}
   */
  record Reference(String type, int index, String path) implements Part {
    /** As it is written in a file. */
    @Override
    public String toString() {
      return "${" + type + (index < 0 ? "" : "[" + index + "]") + "." + path + "}";
    }
  }
}
