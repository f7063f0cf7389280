package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.WebPlugin;
import dev.crosscheck.scenario.WebPlugin.Library;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads how the plugin comes onto a page. */
final class WebReader {
  private static final int LONGEST_SOURCE = 500;

  private static final Pattern NPM =
      Pattern.compile(
          "npm:(@[a-z0-9._-]+/)?[a-z0-9._-]+@\\d+\\.\\d+\\.\\d+[0-9A-Za-z.+-]*(/(?!\\.\\.?(/|$))[^/\\\\\\s]+)+");

  private static final List<WebPlugin.Way> WAYS = List.of(WebPlugin.Way.values());
  private static final String KEYS = "'register', 'classic' and 'action'";

  private final PluginFolder folder;
  private final List<String> hosts;

  /**
   * @param hosts of the partner, its assets' among them: what is not there may not be asked for
   */
  WebReader(PluginFolder folder, List<String> hosts) {
    this.folder = folder;
    this.hosts = List.copyOf(hosts);
  }

  Optional<WebPlugin> read(Cursor value) {
    Optional<Fields> fields = value.fields(Shape.WEB);
    List<Library> libraries =
        fields.flatMap(f -> f.get("libraries")).map(this::libraries).orElse(List.of());
    return fields
        .flatMap(this::way)
        .flatMap(
            way ->
                fields
                    .flatMap(f -> f.read(key(way), this::plugin))
                    .map(source -> new WebPlugin(way, source, libraries)));
  }

  /** The one way in which it is loaded; empty where there is none, or more than one. */
  private Optional<WebPlugin.Way> way(Fields fields) {
    List<WebPlugin.Way> ways = WAYS.stream().filter(way -> fields.has(key(way))).toList();
    if (ways.isEmpty() && fields.map().entries().stream().allMatch(WebReader::isKnown)) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              "'web' has none of " + KEYS,
              "add the one by which customers get the plugin");
    }
    for (WebPlugin.Way surplus : ways.subList(Math.min(1, ways.size()), ways.size())) {
      fields
          .get(key(surplus))
          .orElseThrow()
          .error(
              Rule.SAID_TWICE,
              "'" + key(surplus) + "' stands beside '" + key(ways.get(0)) + "'",
              "a plugin is loaded in one way: keep the one by which customers get it");
    }
    return ways.stream().findFirst();
  }

  /** A misspelt way is told as such. */
  private static boolean isKnown(Cursor.Entry entry) {
    return Shape.WEB.keys().contains(entry.key());
  }

  private static String key(WebPlugin.Way way) {
    return way.name().toLowerCase(Locale.ROOT);
  }

  /** The source as it is written, of a file that is there or of a package that is pinned. */
  private Optional<String> plugin(Cursor value) {
    Optional<String> source = value.text();
    return source.filter(LockedPackage::isMeantBy).isPresent()
        ? source.flatMap(npm -> LockedPackage.source(value, npm, folder))
        : source.filter(path -> folder.file(value, path).isPresent());
  }

  private List<Library> libraries(Cursor value) {
    List<Library> libraries = new ArrayList<>();
    for (Cursor.Entry entry : value.entries()) {
      checkUrl(entry);
      source(entry.value()).ifPresent(source -> libraries.add(new Library(entry.key(), source)));
    }
    return libraries;
  }

  private void checkUrl(Cursor.Entry entry) {
    Findings findings = entry.value().origin().findings();
    Optional<String> host = host(entry.key());
    if (host.isEmpty()) {
      findings.error(
          Rule.BAD_LIBRARY,
          entry.at(),
          "'" + Shown.of(entry.key()) + "' is no URL of a script",
          "write the URL that the plugin asks for, https:// and all");
    } else if (!hosts.isEmpty() && !HostNotation.covers(hosts.stream(), host.get())) {
      findings.error(
          Rule.HOST_NOT_DECLARED,
          entry.at(),
          "'" + host.get() + "' is none of partner.assets",
          "add it there: code comes from hosts that are declared");
    }
  }

  private static Optional<String> host(String url) {
    try {
      URI uri = URI.create(url);
      return "https".equals(uri.getScheme()) || "http".equals(uri.getScheme())
          ? Optional.ofNullable(uri.getHost())
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<String> source(Cursor value) {
    Optional<String> source = value.text();
    if (source.isEmpty() || isNpm(source.get())) {
      return source;
    } else if (source.get().startsWith("file:")) {
      return source.filter(file -> folder.file(value, file.substring(5)).isPresent());
    }
    value.error(
        Rule.BAD_LIBRARY,
        "'" + Shown.of(source.get()) + "' is no source of a library",
        "write npm:name@1.2.3/path/in/it.js with an exact version, or file:path");
    return Optional.empty();
  }

  private static boolean isNpm(String source) {
    return source.length() <= LONGEST_SOURCE && NPM.matcher(source).matches();
  }
}
