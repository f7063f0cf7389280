package dev.crosscheck.verdict;

import dev.crosscheck.capture.JsonText;
import dev.crosscheck.match.Difference;
import dev.crosscheck.match.Matcher;
import dev.crosscheck.match.Pattern;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/** A text that a device keeps: compared as text, or as the JSON in it where a pattern asks. */
final class TextValue {
  private TextValue() {}

  static List<Difference> differences(Pattern expected, String text, Scope scope) {
    boolean structured =
        expected instanceof Pattern.Fields
            || expected instanceof Pattern.Elements
            || expected instanceof Pattern.Containing;
    Optional<JsonNode> inside = structured ? json(text) : Optional.empty();
    Matcher matcher = new Matcher(scope.references(), inside.isEmpty());
    return matcher.differences(expected, inside.orElseGet(() -> StringNode.valueOf(text)));
  }

  /** Cookies hold JSON percent-encoded. */
  private static Optional<JsonNode> json(String text) {
    return JsonText.parse(text).or(() -> JsonText.parse(decoded(text)));
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return text;
    }
  }
}
