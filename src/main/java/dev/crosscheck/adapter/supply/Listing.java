package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.Program;
import java.util.List;
import java.util.Optional;

/**
 * How one program is recognised.
 *
 * @param names of its file on PATH, the preferred one first
 * @param places where else it is usually found: {@code *} stands for any part of one name, {@code
 *     ${NAME}} for an environment variable
 * @param owner the Debian package whose version is the program's, where it has no {@code --version}
 * @param oldest the oldest version that will do
 */
record Listing(
    List<String> names, List<String> places, Optional<String> owner, Optional<Version> oldest) {

  /** The first whose driver gives each BiDi user context a proxy; 156 is what was seen working. */
  private static final Version CHROMIUM = new Version(139, 0, "139");

  /** What was seen working; 140 does not take the authority of a run. */
  private static final Version FIREFOX = new Version(153, 0, "153");

  /** What Debian 12 began with; 2.50 is what was seen working. */
  private static final Version WEBKITGTK = new Version(2, 40, "2.40");

  /** The first whose driver takes certificates of a run's own authority. */
  private static final Version SAFARI = new Version(15, 4, "15.4");

  /** What the packages in {@code harness/web} ask for. */
  private static final Version NODE = new Version(20, 19, "20.19");

  static Listing of(Program program) {
    return switch (program) {
      case CHROMIUM ->
          named("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
              .at(
                  "/opt/google/chrome/chrome",
                  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                  "/Applications/Chromium.app/Contents/MacOS/Chromium",
                  "${ProgramFiles}/Google/Chrome/Application/chrome.exe",
                  "${ProgramFiles(x86)}/Google/Chrome/Application/chrome.exe",
                  "${LOCALAPPDATA}/Google/Chrome/Application/chrome.exe")
              .from(CHROMIUM);
      // GitHub's runners say where their drivers are
      case CHROMEDRIVER ->
          named("chromedriver")
              .at("${CHROMEWEBDRIVER}/chromedriver", "${CHROMEWEBDRIVER}/chromedriver.exe");
      case EDGE ->
          named("microsoft-edge", "microsoft-edge-stable", "msedge")
              .at(
                  "/opt/microsoft/msedge/msedge",
                  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
                  "${ProgramFiles(x86)}/Microsoft/Edge/Application/msedge.exe",
                  "${ProgramFiles}/Microsoft/Edge/Application/msedge.exe")
              .from(CHROMIUM);
      case EDGEDRIVER ->
          named("msedgedriver")
              .at("${EDGEWEBDRIVER}/msedgedriver", "${EDGEWEBDRIVER}/msedgedriver.exe");
      case FIREFOX ->
          named("firefox-esr", "firefox")
              .at(
                  "/Applications/Firefox.app/Contents/MacOS/firefox",
                  "${ProgramFiles}/Mozilla Firefox/firefox.exe",
                  "${ProgramFiles(x86)}/Mozilla Firefox/firefox.exe")
              .from(FIREFOX);
      case MINIBROWSER ->
          named("MiniBrowser")
              .at(
                  "/usr/lib/*/webkit2gtk-4.*/MiniBrowser",
                  "/usr/lib*/webkit2gtk-4.*/MiniBrowser",
                  "/usr/libexec/webkit2gtk-4.*/MiniBrowser")
              .ownedBy("libwebkit2gtk-4.*")
              .from(WEBKITGTK);
      case WEBKITDRIVER -> named("WebKitWebDriver").ownedBy("webkit2gtk-driver");
      case COG -> named("cog");
      case WPEDRIVER -> named("WPEWebDriver").ownedBy("wpewebkit-driver");
      case SAFARIDRIVER -> named("safaridriver").from(SAFARI);
      case XVFB -> named("Xvfb").ownedBy("xvfb");
      case NODE -> named("node").at("${ProgramFiles}/nodejs/node.exe").from(NODE);
      case NPM -> named("npm").at("${ProgramFiles}/nodejs/npm.cmd");
      case ADB ->
          named("adb")
              .at(
                  "${ANDROID_HOME}/platform-tools/adb",
                  "${ANDROID_HOME}/platform-tools/adb.exe",
                  "${ANDROID_SDK_ROOT}/platform-tools/adb",
                  "${ANDROID_SDK_ROOT}/platform-tools/adb.exe",
                  "${HOME}/Android/Sdk/platform-tools/adb",
                  "${HOME}/Library/Android/sdk/platform-tools/adb",
                  "${LOCALAPPDATA}/Android/Sdk/platform-tools/adb.exe");
    };
  }

  private static Listing named(String... names) {
    return new Listing(List.of(names), List.of(), Optional.empty(), Optional.empty());
  }

  private Listing at(String... patterns) {
    return new Listing(names, List.of(patterns), owner, oldest);
  }

  private Listing ownedBy(String name) {
    return new Listing(names, places, Optional.of(name), oldest);
  }

  private Listing from(Version version) {
    return new Listing(names, places, owner, Optional.of(version));
  }
}
