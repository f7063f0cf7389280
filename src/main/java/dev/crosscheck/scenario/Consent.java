package dev.crosscheck.scenario;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Segment's consent tools on the page, and what holds before the first step. Knows nothing of how
 * the tools are built or served.
 *
 * @param said what the user has said so far, by category; empty where nothing has been said yet
 * @param needs the categories that Segment maps the plugin to: it may speak with all of them only
 * @param others the categories of the source's other destinations
 */
public record Consent(
    Model model, Optional<Map<String, Boolean>> said, List<String> needs, List<String> others) {

  /** What holds while the user has said nothing. */
  public enum Model {
    /** Nothing is loaded before the user agrees. */
    OPT_IN,
    /** Everything is loaded, until the user disagrees. */
    OPT_OUT
  }

  public Consent {
    said = said.map(Consent::copy);
    needs = List.copyOf(needs);
    others = List.copyOf(others);
  }

  /** Every category of the source, the plugin's first. */
  public List<String> categories() {
    Set<String> all = new LinkedHashSet<>(needs);
    all.addAll(others);
    return List.copyOf(all);
  }

  /** The same, but the user has agreed to everything. */
  public Consent opened() {
    Map<String, Boolean> agreed = new LinkedHashMap<>();
    categories().forEach(category -> agreed.put(category, true));
    return new Consent(model, Optional.of(agreed), needs, others);
  }

  /** What was said, and then something more. */
  static Map<String, Boolean> both(Map<String, Boolean> first, Map<String, Boolean> then) {
    Map<String, Boolean> all = new LinkedHashMap<>(first);
    all.putAll(then);
    return copy(all);
  }

  /** In the order in which they are given. */
  private static Map<String, Boolean> copy(Map<String, Boolean> categories) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(categories));
  }
}
