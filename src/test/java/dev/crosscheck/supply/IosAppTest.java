package dev.crosscheck.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IosAppTest {
  private static final Instant BUILT = Instant.parse("2026-01-01T12:00:00Z");
  private static final String SWIFT = "analytics-swift";

  @TempDir Path folder;
  private Path project;
  private Path app;

  @BeforeEach
  void begin() throws IOException {
    project = folder.resolve("host");
    app = project.resolve("build/analytics-swift/Build/Products/Release-iphonesimulator/X.app");
    write(project.resolve("xcode.sh"), -60);
    write(project.resolve("analytics-swift.yml"), -60);
    write(project.resolve("Plugin/analytics-swift/Plugins.swift"), -60);
    write(app.resolve("X"), 0);
    touch(app, 0);
  }

  @Test
  void isThere() {
    assertThat(app().look()).isEqualTo(new Presence.Here(app, Optional.empty()));
    assertThat(app().newerSource(List.of())).isEmpty();
  }

  @Test
  void saysWhereAndHowAMissingOneIsBuilt() throws Exception {
    String how = "on a Mac run 'sh xcode.sh build analytics-swift' in '" + project + "'";
    Files.delete(app.resolve("X"));
    assertThat(app().look())
        .isEqualTo(new Presence.Missing("'" + app + "' is no app: it has no executable", how));
    Files.delete(app);
    assertThat(app().look())
        .isEqualTo(new Presence.Missing("there is no app at '" + app + "'", how));
    assertThat(app().newerSource(List.of())).as("which look says").isEmpty();

    Path phone = project.resolve("build/analytics-swift/Build/Products/Release-iphoneos/X.app");
    assertThat(new IosApp(phone, SWIFT).howToBuild())
        .isEqualTo(
            "on a Mac run 'sh xcode.sh build analytics-swift iphoneos' in '" + project + "'");
    assertThat(new IosApp(project.resolve("X.ipa"), SWIFT).howToBuild())
        .isEqualTo(
            "on a Mac run 'sh xcode.sh build analytics-swift iphoneos' in '%s', and pack it as .ipa"
                .formatted(project));
  }

  @Test
  void saysHowToGetAProjectWhereThereIsNoneForTheSdk() {
    assertThat(new IosApp(app, "analytics-ios").howToBuild())
        .isEqualTo(
            "build it on a Mac: 'crosscheck host ios' writes a project with the plugin in it, and"
                + " 'sh xcode.sh build analytics-ios' there makes the app");
  }

  @Test
  void refusesWhatIsNoIpa() throws Exception {
    Path packed = Files.writeString(folder.resolve("X.ipa"), "<html>not found</html>");
    assertThat(((Presence.Missing) new IosApp(packed, SWIFT).look()).reason())
        .isEqualTo("'" + packed + "' is not an .ipa");
  }

  @Test
  void namesTheNewestSourceOfItsProjectAndOfThePlugin() throws Exception {
    Path own = write(project.resolve("Plugin/analytics-swift/Plugins.swift"), 1);
    assertThat(app().newerSource(List.of())).contains(own);
    Path plugin = write(folder.resolve("plugin/Acme.swift"), 2);
    assertThat(app().newerSource(List.of(plugin))).contains(plugin);
    touch(app, 3);
    assertThat(app().newerSource(List.of(plugin)))
        .as("a build in which the program stayed as it was")
        .isEmpty();
  }

  @Test
  void passesOverTheOtherSdkAndWhatToolsWrite() throws Exception {
    write(project.resolve("analytics-ios.yml"), 9);
    write(project.resolve("Plugin/analytics-ios/Plugins.swift"), 9);
    write(project.resolve("Sdk/analytics-ios/ClassicSdk.swift"), 9);
    write(project.resolve("analytics-swift.xcodeproj/project.pbxproj"), 9);
    write(project.resolve("Generated/analytics-swift/Info.plist"), 9);
    write(project.resolve("Core/.build/x.o"), 9);
    write(project.resolve("Core/Package.resolved"), 9);
    write(project.resolve("build/analytics-swift/x.o"), 9);

    assertThat(app().newerSource(List.of())).isEmpty();
  }

  @Test
  void hasWhatItsProjectPutIntoIt() throws Exception {
    assertThat(app().resource("x.json", 8)).isEmpty();
    Files.writeString(app.resolve("x.json"), "{\"x\": 1}  ");
    assertThat(text(app().resource("x.json", 8))).isEqualTo("{\"x\": 1}");
  }

  @Test
  void hasItWhenItIsPackedToo() throws Exception {
    Path packed = folder.resolve("X.ipa");
    try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(packed))) {
      for (String name :
          List.of("x.json", "Payload/X.app/Y.bundle/x.json", "Payload/X.app/x.json")) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(("in " + name).getBytes(StandardCharsets.UTF_8));
      }
    }
    IosApp app = new IosApp(packed, SWIFT);

    assertThat(app.look()).isInstanceOf(Presence.Here.class);
    assertThat(text(app.resource("x.json", 99))).isEqualTo("in Payload/X.app/x.json");
    assertThat(app.resource("xxjson", 99)).isEmpty();
    Files.writeString(packed, "no zip");
    assertThatThrownBy(() -> app.resource("x.json", 99)).isInstanceOf(ZipException.class);
  }

  private IosApp app() {
    return new IosApp(app, SWIFT);
  }

  private static String text(Optional<byte[]> bytes) {
    return new String(bytes.orElseThrow(), StandardCharsets.UTF_8);
  }

  private static Path write(Path file, int seconds) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, "");
    return touch(file, seconds);
  }

  private static Path touch(Path file, int seconds) throws IOException {
    return Files.setLastModifiedTime(file, FileTime.from(BUILT.plusSeconds(seconds)));
  }
}
