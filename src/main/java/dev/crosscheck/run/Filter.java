package dev.crosscheck.run;

import dev.crosscheck.capture.Glob;
import java.util.List;

/**
 * Which cells are wanted. Empty lists want everything; a name may have {@code *} as wildcard.
 *
 * @param plugins plugin ids or names
 * @param scenarios scenario ids, or their last parts
 */
public record Filter(List<String> plugins, List<String> devices, List<String> scenarios) {
  public static final Filter EVERYTHING = new Filter(List.of(), List.of(), List.of());

  public Filter {
    plugins = List.copyOf(plugins);
    devices = List.copyOf(devices);
    scenarios = List.copyOf(scenarios);
  }

  static boolean wants(List<String> globs, List<String> names) {
    return globs.isEmpty()
        || globs.stream().anyMatch(glob -> names.stream().anyMatch(n -> Glob.matches(glob, n)));
  }
}
