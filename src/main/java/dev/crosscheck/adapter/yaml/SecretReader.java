package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.SecretText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** Reads values in whose text variables of the environment may stand: {@code ${env:NAME}}. */
final class SecretReader {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Pattern PIECE =
      Pattern.compile("(\\$\\$\\{)|\\$\\{env:([A-Za-z_][A-Za-z0-9_]*)}|(\\$\\{)");

  private SecretReader() {}

  /** {@code $${} stands for {@code ${}. */
  static Optional<SecretText> text(Cursor value) {
    if (!value.isText()) {
      return value.wrong("a string");
    }
    String text = value.raw().orElse("");
    List<SecretText.Part> parts = new ArrayList<>();
    StringBuilder plain = new StringBuilder();
    Matcher piece = PIECE.matcher(text);
    int read = 0;
    while (piece.find()) {
      plain.append(text, read, piece.start());
      read = piece.end();
      if (piece.group(3) != null) {
        value.error(
            Rule.BAD_REFERENCE,
            "'" + Shown.of(text.substring(piece.start())) + "' names no variable",
            "write ${env:NAME}, or $${ for a literal ${");
        return Optional.empty();
      } else if (piece.group(2) != null) {
        flush(plain, parts);
        parts.add(new SecretText.Variable(piece.group(2)));
      } else {
        plain.append("${");
      }
    }
    plain.append(text.substring(read));
    flush(plain, parts);
    return Optional.of(new SecretText(parts));
  }

  private static void flush(StringBuilder plain, List<SecretText.Part> parts) {
    if (!plain.isEmpty()) {
      parts.add(new SecretText.Plain(plain.toString()));
      plain.setLength(0);
    }
  }

  /** Values by their keys, as JSON has them, but for {@link SecretText}. */
  static Optional<Map<String, Object>> object(Cursor value) {
    if (!value.isMap()) {
      return value.wrong("a map");
    }
    Map<String, Object> object = new LinkedHashMap<>();
    for (Cursor.Entry entry : value.entries()) {
      any(entry.value()).ifPresent(read -> object.put(entry.key(), read));
    }
    return Optional.of(object);
  }

  private static Optional<?> any(Cursor value) {
    if (value.isMap()) {
      return object(value);
    } else if (value.isList()) {
      return Optional.of(value.items().stream().flatMap(item -> any(item).stream()).toList());
    } else if (value.isNothing()) {
      return value.wrong("a value");
    } else if (value.isText()) {
      return text(value).map(SecretReader::plainIfItIs);
    }
    return Optional.ofNullable(JSON.convertValue(JsonReader.scalar(value), Object.class));
  }

  private static Object plainIfItIs(SecretText text) {
    boolean plain = text.parts().stream().allMatch(part -> part instanceof SecretText.Plain);
    return plain ? text.toString() : text;
  }
}
