package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import java.util.List;

/**
 * What is expected instead on some devices, and why.
 *
 * @param key a platform, device kind, engine, SDK or device id
 */
public record Differs(SourceLocation at, String key, String because, List<Expectation> expect) {
  public Differs {
    expect = List.copyOf(expect);
  }
}
