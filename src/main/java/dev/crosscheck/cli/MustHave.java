package dev.crosscheck.cli;

import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.FindingsException;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.run.Project;
import java.util.ArrayList;
import java.util.List;

/** The devices without which a run counts for nothing. */
final class MustHave {
  private MustHave() {}

  /** Throws {@link FindingsException} where a device that must be there is not in devices.yaml. */
  static void refuseUnknown(Project project, List<String> mustHave) {
    List<String> known = ids(project);
    List<Finding> findings =
        mustHave.stream()
            .filter(id -> !known.contains(id))
            .map(
                id ->
                    Finding.error(
                        "NoSuchDevice",
                        SourceLocation.of("--must-have"),
                        "no device is called '" + id + "'",
                        "there is " + String.join(", ", known)))
            .toList();
    if (!findings.isEmpty()) {
      throw new FindingsException(findings);
    }
  }

  /** Those that must be there and those that a filter names outright, not by a wildcard. */
  static List<String> named(Project project, List<String> filter, List<String> mustHave) {
    List<String> named = new ArrayList<>(mustHave);
    filter.stream().filter(ids(project)::contains).forEach(named::add);
    return named.stream().distinct().toList();
  }

  private static List<String> ids(Project project) {
    return project.devices().stream().map(DeviceSpec::id).toList();
  }
}
