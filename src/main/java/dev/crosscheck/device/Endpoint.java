package dev.crosscheck.device;

import dev.crosscheck.capture.Reach;
import java.net.URI;
import java.util.Map;

/** A WebDriver server, and from where devices behind it reach a recording. */
public record Endpoint(URI webDriver, Map<String, Object> capabilities, Reach reach) {
  public Endpoint {
    capabilities = Map.copyOf(capabilities);
  }
}
