package dev.crosscheck.adapter.yaml;

import dev.crosscheck.capture.RequestPattern;
import dev.crosscheck.finding.Nearest;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The notation of a set of requests: {@code POST api.example.com/v2*}, {@code WS /socket}. */
final class RequestNotation {
  static final List<String> METHODS =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "WS", "*");

  private static final Pattern NOTATION = Pattern.compile("(\\S+) +([A-Za-z0-9.*-]*)(/\\S*)");
  private static final String HINT =
      "write it like POST api.example.com/v2*, or POST /v2* for any host of the partner";

  private RequestNotation() {}

  static Optional<RequestPattern> read(Cursor value) {
    return value.text().flatMap(text -> parse(value, text));
  }

  private static Optional<RequestPattern> parse(Cursor value, String text) {
    Matcher matcher = NOTATION.matcher(text);
    if (!matcher.matches()) {
      return bad(value, "'" + Shown.of(text) + "' is no request", HINT);
    }
    String method = matcher.group(1);
    String host = matcher.group(2);
    String path = matcher.group(3);
    if (!METHODS.contains(method)) {
      return bad(value, "unknown method '" + Shown.of(method) + "'", Nearest.hint(method, METHODS));
    }
    if (path.contains("?") || path.contains("#")) {
      return bad(
          value,
          "'" + Shown.of(path) + "' is more than a path",
          "a request is found by its path; say what the query must be under 'match' or 'where'");
    }
    return Optional.of(new RequestPattern(method, host.isEmpty() ? "*" : host, path));
  }

  private static Optional<RequestPattern> bad(Cursor value, String message, String hint) {
    value.error(Rule.BAD_REQUEST_PATTERN, message, hint);
    return Optional.empty();
  }
}
