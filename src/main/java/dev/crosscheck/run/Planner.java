package dev.crosscheck.run;

import dev.crosscheck.device.Availability;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.CellId;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.finding.FindingsException;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.RunFacts;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Lays plugins, scenarios and devices out into cells; runs nothing. */
public final class Planner {
  private final Project project;
  private final Filter filter;
  private final List<DeviceProvider> providers;

  private Planner(Project project, Filter filter, List<DeviceProvider> providers) {
    this.project = project;
    this.filter = filter;
    this.providers = providers;
  }

  /**
   * @throws FindingsException where the filter names something that does not exist
   */
  public static Plan plan(
      Project project, Filter filter, RunFacts facts, List<DeviceProvider> providers) {
    return new Planner(project, filter, providers).plan(facts);
  }

  private Plan plan(RunFacts facts) {
    refuseUnknownNames();
    List<Plugin> plugins =
        project.plugins().stream()
            .filter(p -> Filter.wants(filter.plugins(), List.of(p.id(), p.name())))
            .toList();
    List<DeviceColumn> devices =
        project.devices().stream()
            .filter(spec -> Filter.wants(filter.devices(), List.of(spec.id())))
            .map(this::column)
            .toList();
    List<Scenario> scenarios = new ArrayList<>();
    List<PlannedCell> cells = new ArrayList<>();
    for (Plugin plugin : plugins) {
      for (Scenario scenario : project.scenariosFor(plugin)) {
        if (isWanted(plugin, scenario)) {
          if (scenarios.stream().noneMatch(other -> other.id().equals(scenario.id()))) {
            scenarios.add(scenario);
          }
          devices.forEach(device -> cells.add(cell(plugin, scenario, device)));
        }
      }
    }
    return new Plan(facts, plugins, scenarios, devices, cells, project.suite(), project.findings());
  }

  /** What is for every plugin may be run for one only where it is asked for. */
  private boolean isWanted(Plugin plugin, Scenario scenario) {
    boolean unasked = plugin.conforms() || scenario.id().startsWith(plugin.id() + "/");
    return (unasked || !filter.scenarios().isEmpty())
        && Filter.wants(filter.scenarios(), names(plugin, scenario));
  }

  /** What is for every plugin goes by its id alone: a plugin may have a scenario of that name. */
  private static List<String> names(Plugin plugin, Scenario scenario) {
    return scenario.id().startsWith(plugin.id() + "/")
        ? List.of(scenario.id(), scenario.slug())
        : List.of(scenario.id());
  }

  private DeviceColumn column(DeviceSpec spec) {
    Availability availability = check(spec, providers);
    if (availability instanceof Availability.Unavailable gone) {
      return new DeviceColumn(
          spec, Optional.empty(), Optional.of(gone.reason()), Optional.of(gone.remedy()));
    }
    return new DeviceColumn(spec, Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether a device can be had; one that nobody drives cannot. Starts nothing. */
  public static Availability check(DeviceSpec spec, List<DeviceProvider> providers) {
    return providers.stream()
        .filter(provider -> provider.handles(spec))
        .findFirst()
        .map(provider -> provider.check(spec))
        .orElseGet(
            () ->
                new Availability.Unavailable(
                    "nothing here drives a device like '" + spec.id() + "'", "remove it"));
  }

  private static PlannedCell cell(Plugin plugin, Scenario scenario, DeviceColumn device) {
    CellId id = new CellId(plugin.id(), device.spec().id(), scenario.id());
    Scenario here = Standings.of(scenario.on(words(plugin, device.spec())), plugin, device.spec());
    return new PlannedCell(id, plugin, here, device.spec(), skip(plugin, here, device));
  }

  /** By which {@code differs} may speak of a cell: how the plugin comes onto a page, the device. */
  private static List<String> words(Plugin plugin, DeviceSpec device) {
    List<String> words = new ArrayList<>();
    plugin
        .web()
        .filter(web -> device.sdk().platform().equals("web"))
        .ifPresent(web -> words.add(web.way().word()));
    words.addAll(device.words());
    return words;
  }

  private static Optional<String> skip(Plugin plugin, Scenario scenario, DeviceColumn device) {
    if (device.reason().isPresent()) {
      return device.reason();
    }
    Sdk sdk = device.spec().sdk();
    if (!plugin.isFor(sdk)) {
      return Optional.of("'" + plugin.name() + "' has no part for " + sdk.word());
    }
    return Standings.noneLeft(scenario)
        .or(
            () ->
                scenario.rows().isEmpty()
                    ? Standings.unsupported(scenario, plugin)
                    : Optional.empty())
        .or(() -> Standings.cannot(scenario, plugin, device.spec()));
  }

  private void refuseUnknownNames() {
    List<Finding> findings = new ArrayList<>();
    List<String> plugins = new ArrayList<>();
    project.plugins().forEach(p -> plugins.addAll(List.of(p.id(), p.name())));
    List<String> devices = project.devices().stream().map(DeviceSpec::id).toList();
    List<String> scenarios = new ArrayList<>();
    for (Plugin plugin : project.plugins()) {
      project.scenariosFor(plugin).forEach(scenario -> scenarios.addAll(names(plugin, scenario)));
    }
    refuse(findings, "plugin", filter.plugins(), plugins);
    refuse(findings, "device", filter.devices(), devices);
    refuse(findings, "scenario", filter.scenarios(), scenarios);
    if (!findings.isEmpty()) {
      throw new FindingsException(findings);
    }
  }

  private static void refuse(
      List<Finding> findings, String what, List<String> globs, List<String> names) {
    for (String glob : globs) {
      if (names.stream().noneMatch(name -> Filter.wants(List.of(glob), List.of(name)))) {
        findings.add(
            Finding.error(
                "NoSuch" + Character.toUpperCase(what.charAt(0)) + what.substring(1),
                SourceLocation.of("--" + what),
                "no " + what + " is called '" + glob + "'",
                "there is "
                    + names.stream().distinct().sorted().collect(Collectors.joining(", "))));
      }
    }
  }
}
