package dev.crosscheck.adapter.appium.pretended.apple;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Xcode's tools beside simctl, and the files that they speak of. */
final class Xcode {
  private static final String VERSION = "16.4";
  static final String AGENT = "com.facebook.WebDriverAgentRunner.xctrunner";

  /** As Appium's own downloads have it: of the version before the driver's. */
  static final String AGENT_VERSION = "16.12.7";

  private static final String LIBRARY =
      "PlugIns/WebDriverAgentRunner.xctest/Frameworks/WebDriverAgentLib.framework";
  private static final Pattern TEXT = Pattern.compile("<key>(\\w+)</key><string>([^<]*)</string>");

  private static final Pattern IDENTIFIER =
      Pattern.compile("<key>CFBundleIdentifier</key>\\s*<string>([^<]+)");

  private final Path folder;

  Xcode(Path folder) {
    this.folder = folder;
  }

  void install() throws IOException {
    Files.createDirectories(developer());
    describe(folder.resolve("Xcode.app/Contents"), "com.apple.dt.Xcode", "Xcode", VERSION);
    bundle(agent(), AGENT, "WebDriverAgentRunner-Runner");
    describe(
        Files.createDirectories(agent().resolve(LIBRARY)),
        "com.facebook.WebDriverAgentLib",
        "WebDriverAgentLib",
        AGENT_VERSION);
  }

  Path agent() {
    return folder.resolve("WebDriverAgentRunner-Runner.app");
  }

  private Path developer() {
    return folder.resolve("Xcode.app/Contents/Developer");
  }

  /** An app, as far as its Info.plist says what it is. */
  static Path bundle(Path app, String identifier, String executable) throws IOException {
    Files.createDirectories(app);
    Files.writeString(app.resolve(executable), "");
    describe(app, identifier, executable, "1.0");
    return app;
  }

  private static void describe(Path folder, String identifier, String executable, String version)
      throws IOException {
    Files.writeString(
        folder.resolve("Info.plist"),
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
        <plist version="1.0"><dict>
          <key>CFBundleIdentifier</key><string>%s</string>
          <key>CFBundleExecutable</key><string>%s</string>
          <key>CFBundleName</key><string>%s</string>
          <key>CFBundleVersion</key><string>1</string>
          <key>CFBundleShortVersionString</key><string>%s</string>
          <key>CFBundleSupportedPlatforms</key><array><string>iPhoneSimulator</string></array>
        </dict></plist>
        """
            .formatted(identifier, executable, executable, version));
  }

  /** The identifier in a bundle's Info.plist. */
  static String identifier(Path app) {
    try {
      Matcher found =
          IDENTIFIER.matcher(Files.readString(app.resolve("Info.plist"), StandardCharsets.UTF_8));
      return found.find() ? found.group(1) : "";
    } catch (IOException e) {
      return "";
    }
  }

  /** What a property list says in texts, as JSON. */
  private static String texts(Path properties) {
    try {
      return TEXT.matcher(Files.readString(properties))
          .results()
          .map(found -> "\"" + found.group(1) + "\": \"" + found.group(2) + "\"")
          .collect(Collectors.joining(", ", "{", "}"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Said answer(List<String> words) {
    String line = String.join(" ", words);
    if (line.equals("xcode-select --print-path") || line.equals("xcode-select -p")) {
      return Said.of(developer() + "\n");
    } else if (line.equals("xcodebuild -version") || line.equals("xcrun xcodebuild -version")) {
      return Said.of("Xcode " + VERSION + "\nBuild version 16F6\n");
    } else if (line.equals("xcrun --sdk iphonesimulator --show-sdk-version")) {
      return Said.of("18.5\n");
    } else if (line.equals("lsappinfo info -only pid com.apple.iphonesimulator")) {
      return Said.of(""); // no window of a simulator is open
    } else if (line.startsWith("PlistBuddy -c print CFBundleIdentifier ")
        || line.startsWith("PlistBuddy -c Print :CFBundleIdentifier ")) {
      return Said.of(identifier(Path.of(words.get(words.size() - 1)).resolveSibling("")) + "\n");
    } else if (line.startsWith("plutil -convert json -o - ")) {
      return Said.of(texts(Path.of(words.get(5))));
    }
    return Said.UNKNOWN;
  }
}
