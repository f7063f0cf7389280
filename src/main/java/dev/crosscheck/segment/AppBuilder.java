package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.AppCode;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
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
    return sdk.platform().equals("ios") ? ofIos(plugin, sdk) : ofAndroid(plugin, sdk);
  }

  private AppCode ofAndroid(Plugin plugin, Sdk sdk) throws Shortage {
    AndroidPlugin part = plugin.android().flatMap(android -> android.of(sdk)).orElseThrow();
    String named = plugin.android().flatMap(AndroidPart::app).orElseThrow(() -> namesNone(plugin));
    Path app = project.resolve(plugin.folder()).resolve(named);
    if (new BuiltApp(app, List.of()).look() instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), missing.remedy());
    }
    return new AppCode(List.of(app), part.factory(), Map.of(), sha256(app));
  }

  /** Another app for each SDK: both cannot be in one. */
  private AppCode ofIos(Plugin plugin, Sdk sdk) throws Shortage {
    IosPlugin part = plugin.ios().flatMap(ios -> ios.of(sdk)).orElseThrow();
    String named =
        part.app()
            .orElseThrow(
                () ->
                    new Shortage(
                        "'%s' names no app for simulators with %s"
                            .formatted(plugin.name(), sdk.word()),
                        howToGetIos(plugin, sdk)));
    IosApp app = new IosApp(project.resolve(plugin.folder()).resolve(named));
    if (app.look() instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), howToGetIos(plugin, sdk));
    }
    return new AppCode(List.of(app.path()), part.factory(), Map.of(), sha256(app.executable()));
  }

  private static String howToGetIos(Plugin plugin, Sdk sdk) {
    return "build on a Mac what 'crosscheck host ios --plugin %s --out …' writes, and name what Xcode"
            .formatted(plugin.id())
        + " makes as 'app' under '"
        + sdk.word()
        + "'";
  }

  /** What there is to say of a plugin without an app. */
  public static Shortage namesNone(Plugin plugin) {
    return new Shortage(
        "'" + plugin.name() + "' names no app for emulators and phones", howToGet(plugin));
  }

  /** How an app with the plugin comes into being. */
  public static String howToGet(Plugin plugin) {
    return "build what 'crosscheck host android --plugin "
        + plugin.id()
        + " --out …' writes, and name the .apk as 'app' under 'android'";
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
