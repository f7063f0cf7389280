package dev.crosscheck.matrix;

import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.verdict.Verdict;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What one device still lacks to stand for a plugin in a full suite. */
final class DeviceLacks {
  private static final String CONFORMANCE = "conformance/";

  private DeviceLacks() {}

  static List<String> of(Matrix matrix, Plugin plugin, DeviceColumn device) {
    String id = device.spec().id();
    if (!device.isAvailable()) {
      return List.of(id + ": unavailable: " + device.reason().orElse(""));
    }
    List<String> lacks = new ArrayList<>();
    Set<SpecCall> shown = EnumSet.noneOf(SpecCall.class);
    Set<SpecCall> impossible = EnumSet.noneOf(SpecCall.class);
    for (Scenario scenario : scenarios(matrix, plugin)) {
      Optional<Verdict> verdict = verdict(matrix, plugin, id, scenario);
      String cell = id + ": cell '" + scenario.id() + "' ";
      if (verdict.isEmpty()) {
        lacks.add(cell + "was not run");
      } else if (verdict.get() instanceof Verdict.Passed passed) {
        if (passed.proof().presenceOnly()) {
          lacks.add(cell + "passed without a compared property");
        } else if (comparesForPartner(scenario)) {
          shown.addAll(scenario.calls());
        }
      } else if (verdict.get() instanceof Verdict.Skipped
          || verdict.get() instanceof Verdict.Unsupported) {
        impossible.addAll(scenario.calls());
      } else {
        lacks.add(cell + words(verdict.get()));
      }
    }
    for (SpecCall call : SpecCall.values()) {
      boolean open = !shown.contains(call) && !impossible.contains(call);
      if (plugin.supports().calls().contains(call) && open) {
        lacks.add(id + ": no passed cell shows '" + call.word() + "' with a compared property");
      }
    }
    if (shown.isEmpty() && lacks.isEmpty()) {
      lacks.add(id + ": no passed cell compares what the partner got");
    }
    return lacks;
  }

  /** That something is absent shows nothing of a call. */
  private static boolean comparesForPartner(Scenario scenario) {
    return scenario.expectations().stream().anyMatch(Coverage::compares);
  }

  private static String words(Verdict verdict) {
    return verdict instanceof Verdict.Broken ? "is broken" : "is " + verdict.word();
  }

  private static List<Scenario> scenarios(Matrix matrix, Plugin plugin) {
    return matrix.scenarios().stream()
        .filter(s -> s.id().startsWith(plugin.id() + "/") || s.id().startsWith(CONFORMANCE))
        .toList();
  }

  private static Optional<Verdict> verdict(
      Matrix matrix, Plugin plugin, String device, Scenario scenario) {
    return matrix.cells().stream()
        .filter(result -> result.cell().plugin().equals(plugin.id()))
        .filter(result -> result.cell().device().equals(device))
        .filter(result -> result.cell().scenario().equals(scenario.id()))
        .map(CellResult::verdict)
        .findFirst();
  }
}
