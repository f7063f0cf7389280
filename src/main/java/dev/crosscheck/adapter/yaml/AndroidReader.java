package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.Sdk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.lang.model.SourceVersion;

/** Reads what the plugin is on Android: a class, and the code that has it, for each SDK. */
final class AndroidReader {
  /** Segment's SDKs for Android. */
  static final List<Sdk> SDKS =
      Arrays.stream(Sdk.values()).filter(sdk -> sdk.platform().equals("android")).toList();

  private static final List<String> CODE = List.of("sources", "libraries", "artifacts");

  private final PluginFolder folder;

  AndroidReader(PluginFolder folder) {
    this.folder = folder;
  }

  Optional<AndroidPart> read(Cursor value) {
    return value.fields(Shape.ANDROID).map(this::part);
  }

  private AndroidPart part(Fields fields) {
    Optional<Build> build = fields.read("build", BuildReader::read);
    PluginFolder made = fields.has("build") ? folder.toBeBuilt() : folder;
    List<AndroidPlugin> plugins = new ArrayList<>();
    for (Sdk sdk : SDKS) {
      fields
          .read(sdk.word(), value -> value.fields(Shape.ANDROID_PLUGIN))
          .flatMap(plugin -> plugin(sdk, plugin, made))
          .ifPresent(plugins::add);
    }
    boolean isForNone = SDKS.stream().noneMatch(sdk -> fields.has(sdk.word()));
    if (isForNone && fields.knowsAll(Shape.ANDROID)) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              "'android' has none of 'analytics-android' and 'analytics-kotlin'",
              "add the SDK that the plugin is written for");
    }
    return new AndroidPart(build, plugins, fields.read("app", this::app));
  }

  private Optional<AndroidPlugin> plugin(Sdk sdk, Fields fields, PluginFolder made) {
    if (CODE.stream().allMatch(fields::isNone) && fields.knowsAll(Shape.ANDROID_PLUGIN)) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              "'" + sdk.word() + "' has none of 'sources', 'libraries' and 'artifacts'",
              "say where the plugin's code is");
    }
    Optional<String> sources = fields.read("sources", this::sources);
    List<String> libraries =
        fields.get("libraries").map(value -> libraries(value, made)).orElse(List.of());
    List<String> artifacts =
        fields.get("artifacts").map(MavenNotation::artifacts).orElse(List.of());
    return fields
        .read("factory", AndroidReader::factory)
        .map(factory -> new AndroidPlugin(sdk, factory, sources, libraries, artifacts));
  }

  private Optional<String> app(Cursor value) {
    Optional<String> path = value.text();
    if (path.isPresent() && !path.get().endsWith(".apk")) {
      value.error(
          Rule.BAD_LIBRARY,
          "'" + Shown.of(path.get()) + "' is no .apk",
          "name the host app that was built from what 'crosscheck host android' writes");
      return Optional.empty();
    }
    return path.filter(file -> folder.toBeBuilt().file(value, file).isPresent());
  }

  private static Optional<String> factory(Cursor value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !SourceVersion.isName(name.get())) {
      value.error(
          Rule.BAD_NAME,
          "'" + Shown.of(name.get()) + "' is no name of a Java class",
          "write it in full, such as com.acme.AcmeFactory, or com.acme.Acme$Factory where it is"
              + " nested");
      return Optional.empty();
    }
    return name;
  }

  private Optional<String> sources(Cursor value) {
    return value.text().filter(path -> folder.folder(value, path).isPresent());
  }

  private static List<String> libraries(Cursor value, PluginFolder made) {
    List<String> libraries = new ArrayList<>();
    value.items().forEach(item -> library(item, made).ifPresent(libraries::add));
    return libraries;
  }

  private static Optional<String> library(Cursor value, PluginFolder made) {
    Optional<String> path = value.text();
    if (path.isPresent() && !isLibrary(path.get().toLowerCase(Locale.ROOT))) {
      value.error(
          Rule.BAD_LIBRARY,
          "'" + Shown.of(path.get()) + "' is no .aar and no .jar",
          "name files; Maven coordinates stand under 'artifacts', Java under 'sources'");
      return Optional.empty();
    }
    return path.filter(file -> made.file(value, file).isPresent());
  }

  private static boolean isLibrary(String path) {
    return path.endsWith(".aar") || path.endsWith(".jar");
  }
}
