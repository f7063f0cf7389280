package dev.crosscheck.match;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Says how a value differs from a pattern. Objects are partial, arrays exact, numbers compared by
 * value, null is not absent. Knows no messages and no devices.
 */
public final class Matcher {
  private final References refs;
  private final boolean textual;

  /**
   * @param textual the values came as text (query, form): a string that reads as a number or a
   *     boolean is compared by value with one
   */
  public Matcher(References refs, boolean textual) {
    this.refs = refs;
    this.textual = textual;
  }

  /** Every difference, in the order of the pattern; empty where the value is as expected. */
  public List<Difference> differences(Pattern expected, JsonNode actual) {
    List<Difference> found = new ArrayList<>();
    compare("", expected, actual, found);
    return List.copyOf(found);
  }

  private void compare(String path, Pattern expected, JsonNode actual, List<Difference> found) {
    if (expected instanceof Pattern.Fields object) {
      fields(path, object.fields(), actual, found);
    } else if (expected instanceof Pattern.Elements array) {
      elements(path, array.elements(), actual, found);
    } else if (expected instanceof Pattern.Containing array) {
      containing(path, array.elements(), actual, found);
    } else if (expected instanceof Pattern.Literal literal) {
      value(path, literal.value(), "", actual, found);
    } else if (expected instanceof Pattern.Text text) {
      text(path, text.parts(), actual, found);
    } else if (!holds(expected, actual)) {
      boolean plain = expected instanceof Pattern.Missing;
      String there = plain ? Wording.of(actual) : Wording.of(actual, wanted(expected));
      found.add(new Difference(path, words(expected), there));
    }
  }

  private void fields(
      String path, Map<String, Pattern> fields, JsonNode actual, List<Difference> found) {
    if (!actual.isObject()) {
      if (actual.isMissingNode() && saysOnlyAbsent(fields)) {
        return;
      }
      found.add(new Difference(path, "an object", Wording.of(actual, Optional.empty())));
      return;
    }
    fields.forEach(
        (name, pattern) -> compare(field(path, name), pattern, actual.path(name), found));
  }

  /** Whether an object that is not there is as good as one without these fields. */
  private boolean saysOnlyAbsent(Map<String, Pattern> fields) {
    return !fields.isEmpty()
        && fields.values().stream()
            .allMatch(pattern -> differences(pattern, MissingNode.getInstance()).isEmpty());
  }

  private void elements(
      String path, List<Pattern> elements, JsonNode actual, List<Difference> found) {
    if (!actual.isArray()) {
      String words = "an array of " + elements.size();
      found.add(new Difference(path, words, Wording.of(actual, Optional.empty())));
      return;
    }
    for (int i = 0; i < Math.max(elements.size(), actual.size()); i++) {
      Pattern element = i < elements.size() ? elements.get(i) : new Pattern.Missing();
      JsonNode there = i < actual.size() ? actual.get(i) : MissingNode.getInstance();
      compare(path + "[" + i + "]", element, there, found);
    }
  }

  private void containing(
      String path, List<Pattern> elements, JsonNode actual, List<Difference> found) {
    for (Pattern element : elements) {
      boolean held =
          actual.isArray()
              && actual.values().stream().anyMatch(e -> differences(element, e).isEmpty());
      if (!held) {
        String words = "an array that holds " + words(element);
        found.add(new Difference(path, words, Wording.of(actual, Optional.of(JsonType.ARRAY))));
      }
    }
  }

  /** Literally this value: unlike a pattern of fields, an object here is exact. */
  private void value(
      String path, JsonNode expected, String origin, JsonNode actual, List<Difference> found) {
    if (expected.isObject() && actual.isObject()) {
      Set<String> names = new LinkedHashSet<>(expected.propertyNames());
      names.addAll(actual.propertyNames());
      names.forEach(
          name -> value(field(path, name), expected.path(name), origin, actual.path(name), found));
    } else if (expected.isArray() && actual.isArray()) {
      for (int i = 0; i < Math.max(expected.size(), actual.size()); i++) {
        value(path + "[" + i + "]", expected.path(i), origin, actual.path(i), found);
      }
    } else if (!same(expected, actual)) {
      boolean strings = expected.isString() && actual.isString();
      found.add(
          strings
              ? new Difference(
                  path,
                  Wording.excerpt(expected.stringValue(), actual.stringValue()) + origin,
                  Wording.excerpt(actual.stringValue(), expected.stringValue()))
              : new Difference(
                  path,
                  Wording.of(expected) + origin,
                  expected.isMissingNode()
                      ? Wording.of(actual)
                      : Wording.of(actual, JsonType.of(expected))));
    }
  }

  private boolean same(JsonNode expected, JsonNode actual) {
    if (expected.isNumber() || actual.isNumber()) {
      Optional<BigDecimal> number = Numbers.of(expected, textual);
      return number.isPresent()
          && Numbers.of(actual, textual).filter(n -> n.compareTo(number.get()) == 0).isPresent();
    }
    if (textual && (expected.isBoolean() || actual.isBoolean())) {
      return expected.isValueNode()
          && actual.isValueNode()
          && expected.asString().equals(actual.asString());
    }
    return expected.equals(actual);
  }

  private void text(
      String path, List<Pattern.Part> parts, JsonNode actual, List<Difference> found) {
    StringBuilder whole = new StringBuilder();
    for (Pattern.Part part : parts) {
      if (part instanceof Pattern.Part.Plain plain) {
        whole.append(plain.text());
      } else if (part instanceof Pattern.Reference reference) {
        Optional<JsonNode> value = refs.resolve(reference);
        if (value.isEmpty()) {
          String words = "unknown: nothing came that " + reference + " refers to";
          found.add(new Difference(path, words, Wording.of(actual, Optional.empty())));
          return;
        }
        if (parts.size() == 1) {
          value(path, value.get(), " (" + reference + ")", actual, found);
          return;
        }
        whole.append(value.get().isValueNode() ? plainText(value.get()) : value.get().toString());
      }
    }
    value(path, StringNode.valueOf(whole.toString()), "", actual, found);
  }

  private static String plainText(JsonNode value) {
    return value.isNumber() ? Numbers.text(value) : value.asString();
  }

  private boolean holds(Pattern expected, JsonNode actual) {
    if (expected instanceof Pattern.AnyValue) {
      return !actual.isMissingNode();
    } else if (expected instanceof Pattern.Missing) {
      return actual.isMissingNode();
    } else if (expected instanceof Pattern.OfType type) {
      return isOf(type.type(), actual);
    } else if (expected instanceof Pattern.Regex regex) {
      return actual.isString()
          && java.util.regex.Pattern.compile(regex.regex()).matcher(actual.stringValue()).find();
    } else if (expected instanceof Pattern.IsoDate) {
      return actual.isString() && IsoDates.isDate(actual.stringValue());
    } else if (expected instanceof Pattern.Within within) {
      return Numbers.of(actual, textual)
          .filter(number -> Numbers.within(number, within.of(), within.by()))
          .isPresent();
    } else if (expected instanceof Pattern.Sha256 hashed) {
      return actual.isString() && actual.stringValue().equals(Digests.sha256(hashed.text()));
    }
    throw new IllegalArgumentException("no rule for " + expected);
  }

  private boolean isOf(JsonType type, JsonNode actual) {
    if (textual && actual.isString()) {
      if (type == JsonType.NUMBER) {
        return Numbers.of(actual, true).isPresent();
      } else if (type == JsonType.BOOLEAN) {
        return actual.stringValue().equals("true") || actual.stringValue().equals("false");
      }
    }
    return JsonType.of(actual).filter(type::equals).isPresent();
  }

  private static String words(Pattern expected) {
    if (expected instanceof Pattern.Literal literal) {
      return Wording.of(literal.value());
    } else if (expected instanceof Pattern.Text text) {
      String written =
          text.parts().stream()
              .map(
                  part -> part instanceof Pattern.Part.Plain plain ? plain.text() : part.toString())
              .collect(Collectors.joining());
      return Wording.quoted(written);
    } else if (expected instanceof Pattern.Fields object) {
      return "an object with " + String.join(", ", object.fields().keySet());
    } else if (expected instanceof Pattern.AnyValue) {
      return "any value";
    } else if (expected instanceof Pattern.Missing) {
      return "absent";
    } else if (expected instanceof Pattern.OfType type) {
      return Wording.article(type.type());
    } else if (expected instanceof Pattern.Regex regex) {
      return "a string with /" + Wording.cut(regex.regex()) + "/ in it";
    } else if (expected instanceof Pattern.IsoDate) {
      return "an ISO 8601 date";
    } else if (expected instanceof Pattern.Within within) {
      return Numbers.text(within.of()) + " ± " + Numbers.text(within.by());
    } else if (expected instanceof Pattern.Sha256 hashed) {
      return "the SHA-256 of " + Wording.quoted(hashed.text());
    }
    return "an array";
  }

  /** The type whose absence makes the actual value's own type worth telling. */
  private static Optional<JsonType> wanted(Pattern expected) {
    if (expected instanceof Pattern.Within) {
      return Optional.of(JsonType.NUMBER);
    }
    return expected instanceof Pattern.OfType ? Optional.empty() : Optional.of(JsonType.STRING);
  }

  private static String field(String path, String name) {
    return path.isEmpty() ? name : path + "." + name;
  }
}
