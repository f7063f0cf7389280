package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.Phone;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * What a browser said that it is, before it was asked what its pages see.
 *
 * @param product its name without the version
 * @param details what drives it, where something does
 */
record BrowserFacts(String product, String version, Map<String, String> details) {
  /** Sessions mostly wait; more of them than this make each other late on two cores. */
  private static final int SLOTS = 5;

  DeviceFacts of(BrowserSpec spec, BidiBrowser browser, Deadline by) {
    return of(spec, expression -> browser.evaluate(expression, by), SLOTS);
  }

  /** Of a browser by classic WebDriver, whose console a script of ours keeps. */
  DeviceFacts of(BrowserSpec spec, Tab tab, Deadline by, int slots) {
    Map<String, String> all = new TreeMap<>(details);
    all.put(
        "console", "what the page's own window writes and throws, not what the engine says itself");
    all.put("cookies", "those of the page's own site");
    return new BrowserFacts(product, version, all)
        .of(
            spec,
            expression ->
                Patience.await(expression, tab.call("() => String(" + expression + ")"), by),
            slots);
  }

  /**
   * The SDK's version is the deployment's to know, so it is left empty here.
   *
   * @param page what a page says to an expression
   */
  DeviceFacts of(BrowserSpec spec, UnaryOperator<String> page, int slots) {
    Map<String, String> all = new TreeMap<>(details);
    all.put("userAgent", page.apply("navigator.userAgent"));
    all.put("webdriver", page.apply("navigator.webdriver"));
    spec.phone().ifPresent(phone -> all.put("emulates", described(phone)));
    all.put("thirdPartyCookies", spec.thirdPartyCookies() ? "allow" : "block");
    all.put(
        "operatingSystem",
        System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""));
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        spec.browser().engine(),
        product + " " + version + spec.phone().map(phone -> " as " + phone.name()).orElse(""),
        version,
        "analytics-next",
        "",
        spec.phone().isPresent(),
        spec.notClosed(),
        all,
        slots);
  }

  private static String described(Phone phone) {
    return "%s, %s %s, %d × %d at %s"
        .formatted(
            phone.name(),
            phone.system().label(),
            phone.systemVersion(),
            phone.width(),
            phone.height(),
            phone.pixelRatio());
  }
}
