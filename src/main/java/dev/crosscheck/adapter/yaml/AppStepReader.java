package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Reads what only an app can meet: deep links, the screen turned, permissions, push, opting out.
 */
final class AppStepReader {
  private static final Pattern URL = Pattern.compile("([A-Za-z][A-Za-z0-9+.-]*):\\S+");
  private static final Pattern PERMISSION = Pattern.compile("[A-Za-z]\\w*(\\.[A-Za-z]\\w*)+");
  private static final int LONGEST_PERMISSION = 255;
  private static final String LIKE =
      "write it like android.permission.ACCESS_FINE_LOCATION, or for iOS like location";

  /** By which the harness itself speaks with the host app. */
  private static final String OURS = "crosscheck";

  private static final List<String> MOMENTS = List.of("token", "received", "opened");

  private AppStepReader() {}

  static Optional<Step> read(Named named) {
    SourceLocation at = named.fields().at();
    Cursor value = named.value();
    return switch (named.word()) {
      case "deep link" -> url(value).map(url -> new Step.DeepLink(at, url));
      case "rotate" -> rotate(at, value);
      case "appearance" -> appearance(at, value);
      case "grant" -> permission(value).map(name -> new Step.Permission(at, name, true));
      case "deny" -> permission(value).map(name -> new Step.Permission(at, name, false));
      case "push" -> value.fields(Shape.PUSHED).flatMap(fields -> push(at, fields));
      default -> value.word(List.of("in", "out")).map(word -> new Step.Opt(at, word.equals("in")));
    };
  }

  private static Optional<String> url(Cursor value) {
    Optional<String> text = value.text();
    if (text.isEmpty()) {
      return text;
    }
    Matcher url = URL.matcher(text.get());
    String scheme = url.matches() ? url.group(1).toLowerCase(Locale.ROOT) : "";
    return switch (scheme) {
      case "" -> badUrl(value, "is no URL that an app opens", "write it like shop://orders/7");
      case "javascript" -> badUrl(value, "opens no app", "write a URL like shop://orders/7");
      case OURS -> badUrl(value, "is the harness's own", "use a scheme of the app's");
      default -> text;
    };
  }

  private static Optional<String> badUrl(Cursor value, String what, String hint) {
    value.error(Rule.BAD_URL, "'" + Shown.of(value.raw().orElse("")) + "' " + what, hint);
    return Optional.empty();
  }

  private static Optional<Step> rotate(SourceLocation at, Cursor value) {
    return value
        .word(List.of("landscape", "portrait"))
        .map(word -> Step.Rotate.Orientation.valueOf(word.toUpperCase(Locale.ROOT)))
        .map(orientation -> new Step.Rotate(at, orientation));
  }

  private static Optional<Step> appearance(SourceLocation at, Cursor value) {
    return value
        .word(List.of("dark", "light"))
        .map(word -> Step.Appearance.Look.valueOf(word.toUpperCase(Locale.ROOT)))
        .map(look -> new Step.Appearance(at, look));
  }

  private static Optional<String> permission(Cursor value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !isPermission(name.get())) {
      value.error(
          Rule.BAD_NAME,
          "'" + Shown.of(name.get()) + "' is no permission's name",
          permissionHint(name.get()));
      return Optional.empty();
    }
    return name;
  }

  private static String permissionHint(String name) {
    if (name.matches("[A-Z_]{1,60}")) {
      return "did you mean 'android.permission." + name + "'?";
    }
    return name.length() > LONGEST_PERMISSION
        ? LIKE
        : Nearest.to(name, Step.Permission.OF_IOS)
            .map(near -> "did you mean '" + near + "'?")
            .orElse(LIKE);
  }

  private static boolean isPermission(String name) {
    return Step.Permission.OF_IOS.contains(name)
        || (name.length() <= LONGEST_PERMISSION && PERMISSION.matcher(name).matches());
  }

  private static Optional<Step> push(SourceLocation at, Fields fields) {
    List<String> named = MOMENTS.stream().filter(fields::has).toList();
    boolean allKnown =
        fields.map().entries().stream().allMatch(entry -> MOMENTS.contains(entry.key()));
    if (named.size() > 1 || named.isEmpty() && allKnown) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              "'push' names one of 'token', 'received' and 'opened'",
              "write push: {received: {title: Hello}}");
    }
    return named.size() == 1 ? push(at, fields, named.get(0)) : Optional.empty();
  }

  private static Optional<Step> push(SourceLocation at, Fields fields, String moment) {
    if (moment.equals("token")) {
      return fields
          .text(moment)
          .map(
              token ->
                  new Step.Push(
                      at, Step.Push.Moment.TOKEN, token, JsonNodeFactory.instance.objectNode()));
    }
    return fields
        .read(moment, JsonReader::object)
        .map(
            payload ->
                new Step.Push(
                    at, Step.Push.Moment.valueOf(moment.toUpperCase(Locale.ROOT)), "", payload));
  }
}
