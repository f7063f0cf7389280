package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.AppleTools;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * A browser.
 *
 * @param thirdPartyCookies false: withheld, as some customers' browsers do
 * @param phone the phone that it is made to look like; it stays the browser that it is, and meets a
 *     suite's requirement only as that phone
 * @param simulator on which it runs; such a one meets a suite's requirement only as being on it
 */
public record BrowserSpec(
    String id,
    SourceLocation at,
    Browser browser,
    boolean thirdPartyCookies,
    Optional<Phone> phone,
    Optional<Simulator> simulator)
    implements DeviceSpec {

  /** A browser on a desk. */
  public BrowserSpec(String id, SourceLocation at, Browser browser, boolean thirdPartyCookies) {
    this(id, at, browser, thirdPartyCookies, Optional.empty(), Optional.empty());
  }

  /**
   * A simulator that is there, for mobile Safari.
   *
   * @param name as Xcode lists it, such as {@code iPhone 16}
   * @param platformVersion of iOS, such as {@code 18.2}; any where none is said
   */
  public record Simulator(String name, Optional<String> platformVersion) {
    /** As Apple's tools are asked for it. */
    public AppleTools.Wanted wanted() {
      return new AppleTools.Wanted(Optional.of(name), platformVersion, Optional.empty(), false);
    }
  }

  /** The browsers that can be driven. */
  public enum Browser {
    CHROME("chrome", "Blink"),
    EDGE("edge", "Blink"),
    FIREFOX("firefox", "Gecko"),
    WEBKIT("webkit", "WebKit"),
    WPE("wpe", "WebKit"),
    /** Apple's own, on a Mac or a simulator. */
    SAFARI("safari", "WebKit");

    private final String word;
    private final String engine;

    Browser(String word, String engine) {
      this.word = word;
      this.engine = engine;
    }

    /** As it is written in devices.yaml. */
    public String word() {
      return word;
    }

    public String engine() {
      return engine;
    }

    /**
     * Whether it sends third-party cookies to those who have not chosen: WebKit withholds them, in
     * Safari as in WebKitGTK.
     */
    public boolean usuallySendsThirdPartyCookies() {
      return !engine.equals("WebKit");
    }
  }

  @Override
  public String platform() {
    return "web";
  }

  @Override
  public Sdk sdk() {
    return Sdk.ANALYTICS_NEXT;
  }

  @Override
  public String kind() {
    return "browser";
  }

  /** What Safari is led by is for its Mac to keep. */
  @Override
  public Optional<String> notClosed() {
    return leadsItsMachine()
        ? Optional.of("its proxy is its Mac's: what goes round the Mac's settings is not seen")
        : Optional.empty();
  }

  @Override
  public Set<String> words() {
    return new LinkedHashSet<>(
        List.of(
            "web",
            "browser",
            browser.engine().toLowerCase(Locale.ROOT),
            "analytics-next",
            browser.word(),
            id));
  }

  @Override
  public boolean leadsItsMachine() {
    return browser == Browser.SAFARI;
  }

  @Override
  public boolean followsItsMachine() {
    return browser == Browser.SAFARI;
  }

  /** A simulator may have to be booted first. */
  @Override
  public Duration starting() {
    return simulator.isPresent() ? AppiumSpec.BOOT : DeviceSpec.super.starting();
  }

  @Override
  public Optional<String> cannot(Scenario scenario) {
    return PageLimits.cannot(scenario)
        .or(
            () ->
                switch (browser) {
                  case CHROME, EDGE, FIREFOX -> Optional.empty();
                  case WEBKIT -> WebKitLimits.cookies(scenario, thirdPartyCookies);
                  case WPE ->
                      WebKitLimits.hiding(scenario, "WPE's browser")
                          .or(() -> WebKitLimits.cookies(scenario, thirdPartyCookies));
                  case SAFARI ->
                      simulator
                          .flatMap(phone -> WebKitLimits.hiding(scenario, "mobile Safari"))
                          .or(() -> WebKitLimits.cookies(scenario, thirdPartyCookies));
                });
  }
}
