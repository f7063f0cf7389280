package dev.crosscheck.adapter.selenium;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.supply.Program;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.chromium.ChromiumOptions;
import org.openqa.selenium.edge.EdgeOptions;

/** Browsers made of Chromium, which differ in names alone. */
enum ChromiumBrand {
  CHROMIUM(BrowserSpec.Browser.CHROME, Program.CHROMIUM, Program.CHROMEDRIVER, "goog", "chrome"),
  EDGE(BrowserSpec.Browser.EDGE, Program.EDGE, Program.EDGEDRIVER, "ms", "msedge");

  private final BrowserSpec.Browser browser;
  private final Program program;
  private final Program driver;
  private final String vendor;
  private final String word;

  ChromiumBrand(
      BrowserSpec.Browser browser, Program program, Program driver, String vendor, String word) {
    this.browser = browser;
    this.program = program;
    this.driver = driver;
    this.vendor = vendor;
    this.word = word;
  }

  BrowserSpec.Browser browser() {
    return browser;
  }

  Program program() {
    return program;
  }

  Program driver() {
    return driver;
  }

  /** The capability that gives the browser's process id. */
  String processId() {
    return vendor + ":processID";
  }

  /** The capability, and the field in it, that give the driver's version. */
  String details() {
    return word;
  }

  String driverVersion() {
    return word + "driverVersion";
  }

  ChromiumOptions<?> options() {
    return this == EDGE ? new EdgeOptions() : new ChromeOptions();
  }

  /** What follows Chrome's own user agent, which names nothing smaller than the major version. */
  String userAgentSuffix(String major) {
    return this == EDGE ? " Edg/" + major + ".0.0.0" : "";
  }
}
