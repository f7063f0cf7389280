package dev.crosscheck.device;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;

/**
 * Values of the environment that are written nowhere: in their place stands {@code <secret:NAME>},
 * the same for equal values.
 */
public final class Secrets {
  private final Map<String, String> tokens = new TreeMap<>();
  private final Pattern anyOfThem;

  private Secrets(Map<String, String> values) {
    values.forEach(
        (name, value) -> forms(value).forEach(form -> tokens.putIfAbsent(form, token(name))));
    anyOfThem =
        Pattern.compile(
            tokens.keySet().stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(Pattern::quote)
                .collect(Collectors.joining("|")));
  }

  /**
   * @param names of the variables that hold secrets; one that is not set holds none
   */
  public static Secrets of(Collection<String> names, Map<String, String> environment) {
    Map<String, String> values = new TreeMap<>();
    for (String name : names) {
      String value = environment.getOrDefault(name, "");
      if (!value.isBlank()) {
        values.put(name, value);
      }
    }
    return new Secrets(values);
  }

  static String token(String name) {
    return "<secret:" + name + ">";
  }

  /** The text without the secrets that are in it. */
  public String hiddenIn(String text) {
    return tokens.isEmpty()
        ? text
        : anyOfThem
            .matcher(text)
            .replaceAll(
                found -> Matcher.quoteReplacement(tokens.getOrDefault(found.group(), "<secret>")));
  }

  /** As it is, within JSON, within a URL; and what a server is quoted by, where it is a URL. */
  private static List<String> forms(String value) {
    List<String> forms = new ArrayList<>();
    Stream.concat(Stream.of(value), partsOfUrl(value))
        .forEach(
            form -> {
              String json = JsonMapper.shared().writeValueAsString(form);
              forms.add(form);
              forms.add(json.substring(1, json.length() - 1));
              forms.add(URLEncoder.encode(form, StandardCharsets.UTF_8));
            });
    return forms;
  }

  private static Stream<String> partsOfUrl(String value) {
    try {
      URI url = new URI(value);
      String user = Objects.requireNonNullElse(url.getUserInfo(), "");
      return url.getHost() == null
          ? Stream.empty()
          : Stream.of(
                  user,
                  Objects.requireNonNullElse(url.getRawUserInfo(), ""),
                  user.substring(user.indexOf(':') + 1),
                  url.getHost(),
                  url.getRawPath(),
                  Objects.requireNonNullElse(url.getRawQuery(), ""))
              .filter(part -> part.length() > 1);
    } catch (URISyntaxException e) {
      return Stream.empty();
    }
  }
}
