package dev.crosscheck.device;

import dev.crosscheck.finding.SourceLocation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A browser.
 *
 * @param thirdPartyCookies false: withheld, as some customers' browsers do
 */
public record BrowserSpec(String id, SourceLocation at, Browser browser, boolean thirdPartyCookies)
    implements DeviceSpec {

  /** The browsers that can be driven. */
  public enum Browser {
    CHROME("chrome", "blink");

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
  }

  @Override
  public String platform() {
    return "web";
  }

  @Override
  public String kind() {
    return "browser";
  }

  @Override
  public Set<String> words() {
    return new LinkedHashSet<>(
        List.of("web", "browser", browser.engine(), "analytics-next", browser.word(), id));
  }
}
