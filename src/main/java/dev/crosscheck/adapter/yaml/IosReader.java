package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Build;
import dev.crosscheck.scenario.IosPart;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Sdk;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads what the plugin is on iOS: a type, and the code that has it, for each SDK. */
final class IosReader {
  /** Segment's SDKs for iOS. */
  static final List<Sdk> SDKS =
      Arrays.stream(Sdk.values()).filter(sdk -> sdk.platform().equals("ios")).toList();

  private static final List<String> CODE = List.of("sources", "packages");

  private static final Pattern TYPE =
      Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*(?:\\.[\\p{L}_][\\p{L}\\p{N}_]*)*");

  private final PluginFolder folder;

  IosReader(PluginFolder folder) {
    this.folder = folder;
  }

  Optional<IosPart> read(Cursor value) {
    return value.fields(Shape.IOS).map(this::part);
  }

  private IosPart part(Fields fields) {
    Optional<Build> build = fields.read("build", BuildReader::read);
    List<IosPlugin> plugins = new ArrayList<>();
    for (Sdk sdk : SDKS) {
      fields
          .read(sdk.word(), value -> value.fields(Shape.IOS_PLUGIN))
          .flatMap(plugin -> plugin(sdk, plugin))
          .ifPresent(plugins::add);
    }
    boolean isForNone = SDKS.stream().noneMatch(sdk -> fields.has(sdk.word()));
    if (isForNone && fields.knowsAll(Shape.IOS)) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              "'ios' has none of 'analytics-swift' and 'analytics-ios'",
              "add the SDK that the plugin is written for");
    }
    return new IosPart(build, plugins);
  }

  private Optional<IosPlugin> plugin(Sdk sdk, Fields fields) {
    if (CODE.stream().allMatch(fields::isNone) && fields.knowsAll(Shape.IOS_PLUGIN)) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              "'" + sdk.word() + "' has none of 'sources' and 'packages'",
              "say where the plugin's code is");
    }
    Optional<String> sources = fields.read("sources", this::sources);
    Optional<String> app = fields.read("app", this::app);
    var packages = fields.get("packages").map(SwiftPackageReader::list).orElse(List.of());
    return fields
        .read("factory", IosReader::factory)
        .map(factory -> new IosPlugin(sdk, factory, sources, packages, app));
  }

  private static Optional<String> factory(Cursor value) {
    Optional<String> name = value.text();
    if (name.isPresent() && !TYPE.matcher(name.get()).matches()) {
      value.error(
          Rule.BAD_NAME,
          "'" + Shown.of(name.get()) + "' is no name of a Swift type",
          "write it as the app's registry has it, such as AcmeDestination, or Acme.Destination where"
              + " it is nested");
      return Optional.empty();
    }
    return name;
  }

  private Optional<String> sources(Cursor value) {
    return value.text().filter(path -> folder.folder(value, path).isPresent());
  }

  /** For simulators Xcode builds a folder, for devices it packs one. */
  private Optional<String> app(Cursor value) {
    Optional<String> path = value.text();
    if (path.isPresent() && !path.get().endsWith(".app") && !path.get().endsWith(".ipa")) {
      value.error(
          Rule.BAD_LIBRARY,
          "'" + Shown.of(path.get()) + "' is no .app and no .ipa",
          "name the host app that was built from what 'crosscheck host ios' writes");
      return Optional.empty();
    }
    return path.filter(file -> folder.toBeBuilt().built(value, file).isPresent());
  }
}
