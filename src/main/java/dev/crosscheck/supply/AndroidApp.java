package dev.crosscheck.supply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A host app for Android: an APK. */
public record AndroidApp(Path path) implements BuiltApp {
  private static final List<String> SETTINGS = List.of("settings.gradle", "settings.gradle.kts");

  public AndroidApp {
    path = path.toAbsolutePath().normalize();
  }

  @Override
  public Presence look() {
    return PackedApp.look(this, "an APK");
  }

  @Override
  public Path executable() {
    return path;
  }

  @Override
  public Optional<byte[]> resource(String name, int most) throws IOException {
    return PackedApp.head(path, ("assets/" + name)::equals, most);
  }

  @Override
  public List<Path> parts() {
    return project().stream().toList();
  }

  @Override
  public String howToBuild() {
    return project()
        .map(folder -> "run " + gradle(folder) + " assembleDebug in '" + folder + "'")
        .orElse(
            "build it: 'crosscheck host android' writes a Gradle project with the plugin in it, and"
                + " gradle assembleDebug there makes the app");
  }

  private static String gradle(Path project) {
    return Files.exists(project.resolve("gradlew")) ? "./gradlew" : "gradle";
  }

  @Override
  public Optional<Path> project() {
    return BuiltApp.above(
        path, folder -> SETTINGS.stream().map(folder::resolve).anyMatch(Files::isRegularFile));
  }
}
