package dev.crosscheck.segment;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.AndroidCode;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.BuiltApp;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Takes the host app as its own build has made it, with the plugin in it. */
public final class AppBuilder implements AndroidBuilder {
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
  public AndroidCode build(Plugin plugin, Sdk sdk) throws Shortage {
    AndroidPlugin part = plugin.android().flatMap(android -> android.of(sdk)).orElseThrow();
    String named = plugin.android().flatMap(AndroidPart::app).orElseThrow(() -> namesNone(plugin));
    Path app = project.resolve(plugin.folder()).resolve(named);
    if (new BuiltApp(app, List.of()).look() instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), missing.remedy());
    }
    return new AndroidCode(List.of(app), part.factory(), Map.of(), sha256(app));
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
