package dev.crosscheck.run;

import dev.crosscheck.capture.Body;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.DeviceModeEvidence;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.matrix.PluginRow;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.verdict.DeviceModeSign;
import dev.crosscheck.verdict.DeviceModeSigns;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The matrix of a run that is under way. Used by one thread. */
final class MatrixSoFar {
  private final Plan plan;
  private final Workbench bench;
  private final DevicePool pool;
  private final List<CellResult> cells = new ArrayList<>();
  private final Map<String, Map<String, Deployer.Facts>> built = new HashMap<>();
  private final Map<String, Map<DeviceModeSign, DeviceModeEvidence>> signs = new HashMap<>();
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
    cells.add(result.putAway());
    if (result.stored().isPresent()) {
      lookAt(result.cell());
      if (result.verdict() instanceof Verdict.Passed) {
        gather(result.cell(), result.stored().get().evidence());
      }
    }
    return matrix(false);
  }

  Matrix ended(boolean interrupted) {
    return matrix(interrupted);
  }

  private void lookAt(CellId cell) {
    Optional<DeviceSpec> device =
        plan.devices().stream()
            .map(DeviceColumn::spec)
            .filter(spec -> spec.id().equals(cell.device()))
            .findFirst();
    Optional<Plugin> plugin =
        plan.plugins().stream().filter(p -> p.id().equals(cell.plugin())).findFirst();
    if (device.isPresent() && plugin.isPresent()) {
      Map<String, Deployer.Facts> known =
          built.computeIfAbsent(cell.plugin(), id -> new TreeMap<>());
      String build = device.get().build();
      if (!known.containsKey(build)) {
        try {
          known.put(build, bench.deployer().facts(plugin.get(), device.get()));
        } catch (Shortage | BuildFailed e) {
          // The cells say so themselves; the row stays without versions.
          return;
        }
      }
    }
  }

  private void gather(CellId cell, Evidence evidence) {
    Map<DeviceModeSign, DeviceModeEvidence> known =
        signs.computeIfAbsent(cell.plugin(), id -> new TreeMap<>());
    for (DeviceModeSign sign : DeviceModeSigns.in(evidence)) {
      known.merge(sign, DeviceModeEvidence.of(sign, cell), DeviceModeEvidence::and);
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
    Collection<Deployer.Facts> parts = built.getOrDefault(plugin.id(), Map.of()).values();
    Map<String, String> versions = new TreeMap<>();
    parts.forEach(facts -> versions.putAll(facts.versions()));
    return new PluginRow(
        plugin,
        sha256(parts),
        versions,
        List.copyOf(signs.getOrDefault(plugin.id(), Map.of()).values()));
  }

  /** Of what was built; of all their hashes where it was built for more than one kind of device. */
  private static String sha256(Collection<Deployer.Facts> parts) {
    String all = parts.stream().map(Deployer.Facts::sha256).collect(Collectors.joining());
    return parts.size() < 2 ? all : Body.of(all).sha256();
  }

  private DeviceColumn column(DeviceColumn planned) {
    DeviceColumn gone = missing.get(planned.spec().id());
    if (gone != null) {
      return gone;
    }
    return new DeviceColumn(
        planned.spec(),
        pool.facts(planned.spec()).or(planned::facts).map(facts -> withSdk(planned.spec(), facts)),
        planned.reason(),
        planned.remedy());
  }

  /** Where the device itself does not tell, what was built for it does. */
  private DeviceFacts withSdk(DeviceSpec spec, DeviceFacts facts) {
    return built.values().stream()
        .filter(parts -> facts.sdkVersion().isEmpty())
        .flatMap(parts -> Optional.ofNullable(parts.get(spec.build())).stream())
        .findFirst()
        .map(build -> facts.running(build.sdkVersion()))
        .orElse(facts);
  }
}
