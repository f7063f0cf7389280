package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.Partner;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Supports;
import dev.crosscheck.scenario.WebPlugin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Reads a plugin.yaml. */
final class PluginFile {
  /** The id of a plugin whose name makes none. */
  static final String NAMELESS = "plugin";

  private static final String ALWAYS = "always";
  private static final List<String> OTHER_PLATFORMS = List.of("android", "ios");

  private final String id;
  private final String folder;
  private final PluginFolder files;
  private final WaiverReader waivers;
  private final boolean isBare;

  /**
   * @param folder the plugin's, relative to the project, with {@code /}
   * @param isBare it has no scenarios of its own
   */
  PluginFile(String id, String folder, PluginFolder files, WaiverReader waivers, boolean isBare) {
    this.id = id;
    this.folder = folder;
    this.files = files;
    this.waivers = waivers;
    this.isBare = isBare;
  }

  /** The names of its message types; empty where they cannot be known. */
  static Optional<List<String>> types(Cursor root) {
    return root.value("partner")
        .flatMap(partner -> partner.value("messages"))
        .flatMap(MessageTypesReader::names);
  }

  /** What the plugin's name makes as an id: {@code Acme Analytics} is {@code acme-analytics}. */
  static String idOfName(Cursor root) {
    String name =
        root.value("plugin")
            .flatMap(
                v ->
                    v.isMap()
                        ? v.entries().stream().map(Cursor.Entry::value).findFirst()
                        : Optional.of(v))
            .flatMap(Cursor::raw)
            .orElse("");
    String id = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
    String short64 = id.substring(0, Math.min(id.length(), 64)).replaceAll("-+$", "");
    return short64.isEmpty() ? NAMELESS : short64;
  }

  /** What could be read of it; empty where too little could. */
  Optional<Plugin> read(Cursor root, String sha256) {
    return root.fields(Shape.PLUGIN).flatMap(fields -> plugin(root, fields, sha256));
  }

  private Optional<Plugin> plugin(Cursor root, Fields fields, String sha256) {
    Optional<String> name = fields.read("plugin", PluginFile::name);
    List<String> writeKey =
        fields.get("writeKeySetting").map(WriteKeySetting::read).orElse(List.of());
    ObjectNode settings = object(fields, "settings");
    Supports supports =
        fields.get("supports").map(SupportsReader::read).orElse(Supports.EVERYTHING);
    Vocabulary vocabulary = new Vocabulary(types(root), Optional.empty());
    Optional<Partner> partner =
        fields
            .read("partner", value -> value.fields(Shape.PARTNER))
            .map(new PartnerReader(files, new SentinelReader(vocabulary, supports.calls()))::read);
    Optional<Cursor> build = fields.get("web").flatMap(platform -> platform.value("build"));
    PluginFolder made = build.isPresent() ? files.toBeBuilt() : files;
    Optional<WebPlugin> web =
        fields.read(
            "web", new WebReader(made, partner.map(PluginFile::hosts).orElse(List.of()))::read);
    Optional<Build> command = build.flatMap(BuildReader::read);
    Optional<AndroidPart> android =
        fields.get("android").filter(Cursor::isMap).flatMap(new AndroidReader(files)::read);
    Optional<IosPart> ios =
        fields.get("ios").filter(Cursor::isMap).flatMap(new IosReader(files)::read);
    fields.get("plugin").ifPresent(v -> oneName(fields, v, name));
    Set<String> others = otherPlatforms(fields);
    boolean conforms =
        fields
            .get("conformance")
            .flatMap(value -> value.word(List.of(ALWAYS, "when asked")))
            .map(ALWAYS::equals)
            .orElse(isBare);
    ObjectNode carries =
        fields
            .get("carries")
            .map(CarriesReader::read)
            .orElseGet(JsonNodeFactory.instance::objectNode);
    var waived = fields.get("waive").map(waivers::list).orElse(List.of());
    if (!fields.has("web") && others.isEmpty()) {
      root.error(Rule.MISSING_KEY, "the file has none of 'web', 'android' and 'ios'", "add 'web:'");
    }
    return name.flatMap(
        n ->
            partner.map(
                p ->
                    new Plugin(
                        n,
                        id,
                        fields.at(),
                        folder,
                        sha256,
                        writeKey,
                        settings,
                        supports,
                        carries,
                        waived,
                        p,
                        web,
                        others,
                        command,
                        android,
                        ios,
                        conforms)));
  }

  private static List<String> hosts(Partner partner) {
    return Stream.concat(partner.hosts().stream(), partner.assets().stream()).toList();
  }

  /** The name on the web, where there is one by platform. */
  private static Optional<String> name(Cursor value) {
    if (!value.isMap()) {
      return value.text();
    }
    Fields names = value.fields(Shape.PLUGIN_NAMES).orElseThrow();
    List<String> all = new ArrayList<>();
    Shape.PLUGIN_NAMES.keys().forEach(platform -> names.text(platform).ifPresent(all::add));
    if (value.entries().isEmpty()) {
      value.error(Rule.MISSING_KEY, "'plugin' names none", "write plugin: Mixpanel");
    }
    return all.stream().findFirst();
  }

  /** What is run has one name so far. */
  private static void oneName(Fields fields, Cursor value, Optional<String> name) {
    for (String platform : OTHER_PLATFORMS) {
      value
          .value(platform)
          .filter(own -> fields.has(platform) && own.isText() && !own.raw().equals(name))
          .ifPresent(
              own ->
                  Fields.notYet(
                      own.origin().findings(),
                      own.at(),
                      "a name of its own on '" + platform + "'"));
    }
  }

  private static Set<String> otherPlatforms(Fields fields) {
    Set<String> platforms = new LinkedHashSet<>();
    for (String platform : OTHER_PLATFORMS) {
      fields
          .get(platform)
          .filter(value -> value.isMap() || value.wrong("a map").isPresent())
          .ifPresent(value -> platforms.add(platform));
    }
    return platforms;
  }

  private static ObjectNode object(Fields fields, String key) {
    return fields.read(key, JsonReader::object).orElseGet(JsonNodeFactory.instance::objectNode);
  }
}
