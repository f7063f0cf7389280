package dev.crosscheck.run;

import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.supply.Shortage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The matrix of a run that is under way. Used by one thread. */
final class MatrixSoFar {
  private final Plan plan;
  private final Workbench bench;
  private final DevicePool pool;
  private final List<CellResult> cells = new ArrayList<>();
  private final Map<String, Deployer.Facts> built = new HashMap<>();
  private Map<String, DeviceColumn> missing = Map.of();

  MatrixSoFar(Plan plan, Workbench bench, DevicePool pool) {
    this.plan = plan;
    this.bench = bench;
    this.pool = pool;
  }

  /** Devices that turned out not to be available. */
  void missing(Map<String, DeviceColumn> columns) {
    missing = Map.copyOf(columns);
  }

  Matrix add(CellResult result) {
    cells.add(result);
    if (result.stored().isPresent()) {
      lookAt(result.cell().plugin());
    }
    return matrix(false);
  }

  Matrix ended(boolean interrupted) {
    return matrix(interrupted);
  }

  private void lookAt(String pluginId) {
    if (built.containsKey(pluginId)) {
      return;
    }
    for (Plugin plugin : plan.plugins()) {
      if (plugin.id().equals(pluginId)) {
        try {
          built.put(pluginId, bench.deployer().facts(plugin));
        } catch (Shortage | BuildFailed e) {
          // The cells say so themselves; the row stays without versions.
          return;
        }
      }
    }
  }

  private Matrix matrix(boolean interrupted) {
    Duration soFar = Duration.between(plan.run().startedAt(), bench.clock().instant());
    RunFacts run = plan.run().lasting(soFar, interrupted);
    return new Matrix(
        run,
        plan.plugins().stream().map(this::row).toList(),
        plan.devices().stream().map(this::column).toList(),
        plan.scenarios(),
        cells,
        plan.cells().size(),
        plan.suite(),
        plan.findings());
  }

  private PluginRow row(Plugin plugin) {
    Deployer.Facts facts = built.get(plugin.id());
    return facts == null
        ? new PluginRow(plugin, "", Map.of())
        : new PluginRow(plugin, facts.sha256(), facts.versions());
  }

  private DeviceColumn column(DeviceColumn planned) {
    DeviceColumn gone = missing.get(planned.spec().id());
    if (gone != null) {
      return gone;
    }
    return new DeviceColumn(
        planned.spec(),
        pool.facts(planned.spec()).or(planned::facts).map(this::withSdk),
        planned.reason(),
        planned.remedy());
  }

  private DeviceFacts withSdk(DeviceFacts facts) {
    return built.values().stream()
        .filter(build -> build.sdk().equals(facts.sdk()))
        .findFirst()
        .map(build -> facts.running(build.sdkVersion()))
        .orElse(facts);
  }
}
