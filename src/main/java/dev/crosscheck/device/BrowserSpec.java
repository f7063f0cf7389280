package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
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
 */
public record BrowserSpec(
    String id, SourceLocation at, Browser browser, boolean thirdPartyCookies, Optional<Phone> phone)
    implements DeviceSpec {

  /** A browser on a desk. */
  public BrowserSpec(String id, SourceLocation at, Browser browser, boolean thirdPartyCookies) {
    this(id, at, browser, thirdPartyCookies, Optional.empty());
  }

  /** The browsers that can be driven. */
  public enum Browser {
    CHROME("chrome", "Blink"),
    EDGE("edge", "Blink"),
    FIREFOX("firefox", "Gecko"),
    WEBKIT("webkit", "WebKit"),
    WPE("wpe", "WebKit");

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
      return this != WEBKIT && this != WPE;
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
  public Optional<String> cannot(Scenario scenario) {
    return PageLimits.cannot(scenario)
        .or(
            () ->
                switch (browser) {
                  case CHROME, EDGE, FIREFOX -> Optional.empty();
                  case WEBKIT -> WebKitLimits.cookies(scenario, thirdPartyCookies);
                  case WPE ->
                      WebKitLimits.hiding(scenario)
                          .or(() -> WebKitLimits.cookies(scenario, thirdPartyCookies));
                });
  }
}
