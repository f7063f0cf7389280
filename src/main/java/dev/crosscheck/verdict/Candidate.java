package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.JsonText;
import dev.crosscheck.capture.Message;
import dev.crosscheck.capture.RequestContent;
import dev.crosscheck.match.Difference;
import dev.crosscheck.match.Matcher;
import dev.crosscheck.match.Pattern;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Something that came and may be what an expectation speaks of.
 *
 * @param isText which of its fields came as text
 * @param late it came only by leaving, and nothing declares that it may
 */
record Candidate(
    int exchange, Instant at, ObjectNode content, Predicate<String> isText, boolean late) {
  private static final String REQUEST = "$request";

  static Candidate of(Message message, Scope scope) {
    boolean late = !message.leaving() && scope.isLate(message.at());
    ObjectNode content = (ObjectNode) message.content();
    return new Candidate(
        message.exchange(), message.at(), content, field -> message.textual(), late);
  }

  /**
   * A raw exchange: its URL as sent, its query, its headers, and its body, JSON where it is JSON.
   */
  static Candidate of(Exchange exchange, Scope scope) {
    ObjectNode content = RequestContent.of(exchange.request());
    String body = exchange.request().body().text();
    content.put("url", exchange.request().url());
    content.set("body", JsonText.parse(body).orElseGet(() -> StringNode.valueOf(body)));
    boolean declared =
        scope.view().messages().stream()
            .anyMatch(message -> message.leaving() && message.isIn(exchange.index()));
    boolean late = !declared && scope.isLate(exchange.at());
    return new Candidate(
        exchange.index(), exchange.at(), content, field -> !field.equals("body"), late);
  }

  boolean matches(Pattern expected, Scope scope) {
    return differences(expected, scope).isEmpty();
  }

  /** How it differs. What a message says of its own request came as text in any case. */
  List<Difference> differences(Pattern expected, Scope scope) {
    if (!(expected instanceof Pattern.Fields fields)) {
      return new Matcher(scope.references(), false).differences(expected, content);
    }
    List<Difference> all = new ArrayList<>();
    fields
        .fields()
        .forEach(
            (name, pattern) -> {
              if (name.equals(REQUEST) && pattern instanceof Pattern.Fields request) {
                all.addAll(inRequest(request, scope));
              } else {
                all.addAll(field(name, pattern, content, isText.test(name), scope));
              }
            });
    return all;
  }

  private List<Difference> inRequest(Pattern.Fields request, Scope scope) {
    List<Difference> all = new ArrayList<>();
    request
        .fields()
        .forEach(
            (name, pattern) -> {
              boolean text = !name.equals("envelope") || isText.test(name);
              for (Difference there : field(name, pattern, content.path(REQUEST), text, scope)) {
                String path = REQUEST + (there.path().isEmpty() ? "" : "." + there.path());
                all.add(new Difference(path, there.expected(), there.actual()));
              }
            });
    return all;
  }

  private static List<Difference> field(
      String name, Pattern pattern, JsonNode of, boolean text, Scope scope) {
    Pattern alone = new Pattern.Fields(Map.of(name, pattern));
    return new Matcher(scope.references(), text).differences(alone, of);
  }
}
