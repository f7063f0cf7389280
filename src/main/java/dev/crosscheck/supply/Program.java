package dev.crosscheck.supply;

/** A program that is run but not shipped. */
public enum Program {
  CHROMIUM("Chromium"),
  CHROMEDRIVER("chromedriver"),
  EDGE("Microsoft Edge"),
  EDGEDRIVER("msedgedriver"),
  FIREFOX("Firefox"),
  /** WebKitGTK's own browser. */
  MINIBROWSER("MiniBrowser"),
  WEBKITDRIVER("WebKitWebDriver"),
  /** WPE WebKit's own browser. */
  COG("cog"),
  WPEDRIVER("WPEWebDriver"),
  /** Safari's, which comes with macOS. */
  SAFARIDRIVER("safaridriver"),
  XVFB("Xvfb"),
  NODE("Node.js"),
  NPM("npm"),
  /** The Android Debug Bridge. */
  ADB("adb");

  private final String title;

  Program(String title) {
    this.title = title;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The environment variable that names the executable: {@code CROSSCHECK_CHROMIUM}. */
  public String variable() {
    return "CROSSCHECK_" + name();
  }
}
