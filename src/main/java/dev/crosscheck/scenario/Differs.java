package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What is expected instead on some devices, and why.
 *
 * @param key how the plugin comes onto a page, a platform, device kind, engine, SDK or device id
 */
public record Differs(SourceLocation at, String key, String because, List<Expectation> expect) {
  public Differs {
    expect = List.copyOf(expect);
  }

  /**
   * What is expected on a device instead; the most specific word wins.
   *
   * @param words by which it may be spoken of, the most specific last
   */
  static Optional<List<Expectation>> among(List<Differs> all, List<String> words) {
    return all.stream()
        .filter(differs -> words.contains(differs.key()))
        .max(Comparator.comparingInt(differs -> words.indexOf(differs.key())))
        .map(Differs::expect);
  }
}
