package dev.crosscheck.matrix;

import dev.crosscheck.scenario.Plugin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a matrix is full, by which rule, and what is missing. Pure.
 *
 * @param rule the rule in words
 * @param missing one line for each thing, such as {@code ios simulator: not among the devices of
 *     this run}; empty exactly where it is full
 */
public record SuiteReport(boolean full, String rule, List<String> missing) {
  public SuiteReport {
    missing = List.copyOf(missing);
  }

  /**
   * Every device that the suite requires, on a platform that the plugin declares, must have passed
   * every scenario of the plugin, with properties compared; a waived cell is never full.
   */
  public static SuiteReport of(Matrix matrix) {
    Set<String> missing = new LinkedHashSet<>();
    boolean several = matrix.plugins().size() > 1;
    boolean applied = false;
    for (PluginRow row : matrix.plugins()) {
      for (Requirement requirement : requirements(matrix)) {
        if (appliesTo(row.plugin(), requirement)) {
          applied = true;
          String of = several ? row.plugin().name() + ", " : "";
          lacks(matrix, row.plugin(), requirement).forEach(line -> missing.add(of + line));
        }
      }
    }
    if (matrix.suite().require().isEmpty()) {
      missing.add("no rule: devices.yaml has no 'suite: require:'");
    } else if (!applied) {
      missing.add("no required device is of a platform that a plugin declares");
    }
    if (matrix.cells().size() < matrix.planned()) {
      int open = matrix.planned() - matrix.cells().size();
      missing.add(open + " of " + matrix.planned() + " cells were not run");
    }
    return new SuiteReport(missing.isEmpty(), matrix.suite().rule(), new ArrayList<>(missing));
  }

  private static List<Requirement> requirements(Matrix matrix) {
    return matrix.suite().require().stream().map(Requirement::new).toList();
  }

  private static boolean appliesTo(Plugin plugin, Requirement requirement) {
    Set<String> declared = new HashSet<>(plugin.otherPlatforms());
    if (plugin.web().isPresent()) {
      declared.add("web");
    }
    return requirement.platform().isEmpty() || declared.contains(requirement.platform());
  }

  /** What keeps the requirement from being met: of several such devices, the best one's. */
  private static List<String> lacks(Matrix matrix, Plugin plugin, Requirement requirement) {
    List<DeviceColumn> devices =
        matrix.devices().stream().filter(d -> requirement.isMetBy(d.spec())).toList();
    if (devices.isEmpty()) {
      return List.of(requirement.words() + ": not among the devices of this run");
    }
    return devices.stream()
        .map(device -> DeviceLacks.of(matrix, plugin, device))
        .min(Comparator.comparingInt(List::size))
        .orElseThrow();
  }
}
