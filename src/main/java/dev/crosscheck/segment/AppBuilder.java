package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.AndroidApp;
import dev.crosscheck.supply.BuiltApp;
import dev.crosscheck.supply.IosApp;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Takes the host app as its own build has made it, with the plugin in it. */
public final class AppBuilder implements MobileBuilder {
  private final Path project;
  private final Map<Path, String> hashes = new HashMap<>();

  /**
   * @param project the folder to which plugins' folders are relative
   */
  public AppBuilder(Path project) {
    this.project = project;
  }

  /** The app's own build decides; the app tells, once it runs. */
  @Override
  public String version(Sdk sdk) {
    return "";
  }

  @Override
  public AppCode build(Plugin plugin, Sdk sdk) throws Shortage {
    BuiltApp app = named(project, plugin, sdk).orElseThrow(() -> namesNone(plugin, sdk));
    if (app.look() instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), missing.remedy());
    }
    return new AppCode(
        List.of(app.path()), factory(plugin, sdk), Map.of(), sha256(app.executable()));
  }

  private static String factory(Plugin plugin, Sdk sdk) {
    return plugin
        .android()
        .flatMap(android -> android.of(sdk))
        .map(AndroidPlugin::factory)
        .or(() -> plugin.ios().flatMap(ios -> ios.of(sdk)).map(IosPlugin::factory))
        .orElseThrow();
  }

  /**
   * The app that a plugin names for an SDK. On Android one serves all; on iOS each SDK has its own,
   * since two cannot be in one.
   *
   * @param project the folder to which plugins' folders are relative
   */
  public static Optional<BuiltApp> named(Path project, Plugin plugin, Sdk sdk) {
    Path folder = project.resolve(plugin.folder());
    return isOfIos(sdk)
        ? plugin
            .ios()
            .flatMap(ios -> ios.of(sdk))
            .flatMap(IosPlugin::app)
            .map(app -> new IosApp(folder.resolve(app), sdk.word()))
        : plugin
            .android()
            .flatMap(AndroidPart::app)
            .map(app -> new AndroidApp(folder.resolve(app)));
  }

  /** What there is to say of a plugin without an app for an SDK. */
  public static Shortage namesNone(Plugin plugin, Sdk sdk) {
    String devices =
        isOfIos(sdk) ? "simulators and iPhones with " + sdk.word() : "emulators and phones";
    return new Shortage(
        "'" + plugin.name() + "' names no app for " + devices, howToGet(plugin, sdk));
  }

  /** How an app with the plugin comes into being. */
  public static String howToGet(Plugin plugin, Sdk sdk) {
    String pattern =
        isOfIos(sdk)
            ? "build on a Mac what 'crosscheck host ios --plugin %s --out …' writes, and name what"
                + " Xcode makes as 'app' under '%s'"
            : "build what 'crosscheck host android --plugin %s --out …' writes, and name the .apk as"
                + " 'app' under 'android'";
    return pattern.formatted(plugin.id(), sdk.word());
  }

  private static boolean isOfIos(Sdk sdk) {
    return sdk.platform().equals("ios");
  }

  /** Of a file as large as an app is, so but once. */
  private synchronized String sha256(Path file) throws Shortage {
    String known = hashes.get(file);
    if (known == null) {
      try {
        known = Body.of(Files.readAllBytes(file)).sha256();
      } catch (IOException e) {
        throw new Shortage("'" + file + "' cannot be read: " + e.getMessage(), "build it again");
      }
      hashes.put(file, known);
    }
    return known;
  }
}
