package dev.crosscheck.adapter.yaml;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/** Reads where an Appium server is, and what it is asked for. */
final class AppiumNotation {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private AppiumNotation() {}

  static Optional<URI> server(Cursor value) {
    Optional<String> text = value.text();
    Optional<URI> address = text.flatMap(AppiumNotation::address);
    if (text.isPresent() && address.isEmpty()) {
      value.error(
          Rule.UNKNOWN_VALUE,
          "'" + Shown.of(text.get()) + "' is no address of an Appium server",
          "write one such as http://127.0.0.1:4723");
    }
    return address;
  }

  private static Optional<URI> address(String text) {
    try {
      URI address = URI.create(text);
      boolean isWeb = "http".equals(address.getScheme()) || "https".equals(address.getScheme());
      return Optional.of(address).filter(uri -> isWeb && uri.getHost() != null);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  static Optional<Map<String, Object>> capabilities(Cursor value) {
    return JsonReader.object(value)
        .map(
            json -> {
              Map<String, Object> capabilities = new LinkedHashMap<>();
              json.properties()
                  .forEach(
                      entry ->
                          capabilities.put(
                              entry.getKey(), JSON.convertValue(entry.getValue(), Object.class)));
              return capabilities;
            });
  }
}
