package dev.crosscheck.cli;

import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.cli.terminal.Line;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.run.Planner;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Supply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Looks at everything that a run needs, and says what a run would do about it. Fetches nothing. */
final class Doctor {
  /** What bundles plugins and serves Segment's SDK, in {@code harness/}. */
  private static final String HARNESS = "web";

  private static final Set<Program> TOOLS = EnumSet.of(Program.NODE, Program.NPM);

  private final Supply supply;
  private final List<DeviceProvider> providers;
  private final Path cache;
  private final Optional<String> refusal;

  /**
   * @param cache where what is fetched is kept
   * @param refusal why no programs are installed, where that is not wanted
   */
  Doctor(Supply supply, List<DeviceProvider> providers, Path cache, Optional<String> refusal) {
    this.supply = supply;
    this.providers = providers;
    this.cache = cache;
    this.refusal = refusal;
  }

  /**
   * @param apps for emulators, simulators and phones, by their plugins
   */
  Diagnosis examine(List<DeviceSpec> devices, List<Checkup> apps) {
    Set<Program> all = EnumSet.copyOf(TOOLS);
    devices.forEach(spec -> all.addAll(programs(spec)));
    Map<Program, Presence> seen = examine(all);
    List<Checkup> checkups =
        devices.stream()
            .map(
                spec ->
                    Checkup.of(
                            spec.id(), Planner.check(spec, providers), only(programs(spec), seen))
                        .warning(warning(spec)))
            .toList();
    Checkup tools = tools(only(TOOLS, seen));
    long had = checkups.stream().filter(Checkup::available).count();
    List<Line> lines = new ArrayList<>();
    lines.add(Line.of("devices of devices.yaml"));
    lines.addAll(new CheckupTable(checkups).lines());
    if (!apps.isEmpty()) {
      lines.add(Line.of(""));
      lines.add(Line.of("apps for emulators, simulators and phones"));
      lines.addAll(new CheckupTable(apps).lines());
    }
    lines.add(Line.of(""));
    lines.add(Line.of("for web plugins"));
    lines.addAll(new CheckupTable(List.of(tools)).lines());
    lines.add(Line.of(""));
    lines.add(Line.of("cache:      " + cache + ", " + FolderSize.of(cache)));
    lines.add(Line.of("installing: " + installing()));
    lines.add(Line.of(""));
    int missing = (int) apps.stream().filter(app -> !app.available()).count();
    lines.add(Line.of(summary(had, checkups.size(), missing, tools.available())));
    return new Diagnosis(lines, had == checkups.size() && missing == 0 && tools.available());
  }

  private static String summary(long had, int devices, int missing, boolean tools) {
    String can =
        "%d of %s can be had".formatted(had, Count.of(devices, "device"))
            + (missing == 0 ? "" : ", " + Count.of(missing, "app") + " cannot");
    return tools ? can : can + ", and no web plugin can be run";
  }

  private String installing() {
    return refusal
        .map(why -> why + ": a run installs no programs")
        .orElse("a run installs the programs that it lacks; CROSSCHECK_INSTALL=never forbids that");
  }

  /** npm is needed only to fill the cache. */
  private Checkup tools(Map<Program, Presence> programs) {
    boolean cached = supply.hasNodeModules(HARNESS);
    Map<Program, Presence> needed = new EnumMap<>(programs);
    if (cached && needed.get(Program.NPM) instanceof Presence.Missing) {
      needed.remove(Program.NPM);
    }
    Checkup checkup = Checkup.of("", new Availability.Available(""), needed);
    List<Checkup.Remark> remarks = new ArrayList<>(checkup.remarks());
    remarks.add(
        new Checkup.Remark(
            "packages of harness/" + HARNESS,
            cached ? "in the cache" : "not here yet: a run gets them with npm",
            cached ? Ink.FAINT : Ink.WARNING));
    return new Checkup(checkup.name(), checkup.available(), remarks);
  }

  /** At the same time, since some take a second to say their version. */
  private Map<Program, Presence> examine(Collection<Program> programs) {
    Map<Program, Presence> seen = new ConcurrentHashMap<>();
    programs.parallelStream().forEach(program -> seen.put(program, supply.examine(program)));
    return seen;
  }

  private Set<Program> programs(DeviceSpec spec) {
    return provider(spec).map(provider -> provider.programs(spec)).orElse(Set.of());
  }

  private Optional<String> warning(DeviceSpec spec) {
    return provider(spec).flatMap(provider -> provider.warning(spec));
  }

  private Optional<DeviceProvider> provider(DeviceSpec spec) {
    return providers.stream().filter(provider -> provider.handles(spec)).findFirst();
  }

  private static Map<Program, Presence> only(Set<Program> programs, Map<Program, Presence> seen) {
    Map<Program, Presence> some = new EnumMap<>(Program.class);
    seen.forEach(
        (program, presence) -> {
          if (programs.contains(program)) {
            some.put(program, presence);
          }
        });
    return some;
  }
}
