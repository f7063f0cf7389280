package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.AppStamp;
import dev.crosscheck.adapter.hostapp.CannotHost;
import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.cli.Checkup.Remark;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.AndroidPart;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.AppBuilder;
import dev.crosscheck.supply.BuiltApp;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks at the apps that plugins name for Android's emulators and phones: whether they are there,
 * and are what would be built now. Builds none.
 */
final class AppCheck {
  private static final String MISSING = "NoApp";

  private final Path root;
  private final HarnessFiles harness;
  private final Supplier<Optional<String>> authority;

  /**
   * @param root the folder to which plugins' folders are relative
   * @param authority the fingerprint of the one that a run would use; empty where it would make one
   */
  AppCheck(Path root, HarnessFiles harness, Supplier<Optional<String>> authority) {
    this.root = root;
    this.harness = harness;
    this.authority = authority;
  }

  /** Of every plugin that is for an emulator or phone of devices.yaml. */
  List<Checkup> checkups(Project project) {
    return project.plugins().stream()
        .filter(plugin -> project.devices().stream().anyMatch(spec -> takes(spec, plugin)))
        .map(plugin -> checkup(project, plugin))
        .toList();
  }

  /** Warnings, for the plugins that a run puts onto an emulator or phone. */
  List<Finding> findings(Project project, Plan plan) {
    return plan.cells().stream()
        .filter(cell -> cell.skip().isEmpty() && takes(cell.device(), cell.plugin()))
        .map(Plan.PlannedCell::plugin)
        .distinct()
        .flatMap(plugin -> findings(project, plugin).stream())
        .toList();
  }

  private static boolean takes(DeviceSpec device, Plugin plugin) {
    return device instanceof AppiumSpec phone
        && !phone.isIos()
        && !phone.hasApp()
        && plugin.isFor(phone.sdk());
  }

  private Checkup checkup(Project project, Plugin plugin) {
    List<Finding> findings = findings(project, plugin);
    boolean there = findings.stream().noneMatch(finding -> finding.rule().equals(MISSING));
    List<Remark> remarks = new ArrayList<>();
    if (there) {
      remarks.add(new Remark("app", app(plugin).orElseThrow().file().toString(), Ink.FAINT));
    }
    for (Finding finding : findings) {
      remarks.add(new Remark(finding.message(), "", there ? Ink.WARNING : Ink.BAD));
      remarks.add(new Remark("remedy: " + finding.hint().orElse(""), "", Ink.PLAIN));
    }
    return new Checkup(plugin.id(), there, remarks);
  }

  private List<Finding> findings(Project project, Plugin plugin) {
    Optional<BuiltApp> named = app(plugin);
    if (named.isEmpty()) {
      Shortage none = AppBuilder.namesNone(plugin);
      return List.of(warning(MISSING, plugin, String.valueOf(none.getMessage()), none.remedy()));
    }
    BuiltApp app = named.get();
    if (app.look() instanceof Presence.Missing missing) {
      return List.of(warning(MISSING, plugin, missing.reason(), missing.remedy()));
    }
    Optional<AppStamp> stamp = stamp(app);
    if (stamp.isPresent() && !stamp.get().plugin().equals(plugin.id())) {
      String holds = "the app '%s' holds '%s'".formatted(app.file(), stamp.get().plugin());
      return List.of(warning("OtherApp", plugin, holds, AppBuilder.howToGet(plugin)));
    }
    List<Finding> findings = new ArrayList<>();
    age(project, plugin, app, stamp).ifPresent(findings::add);
    stamp.flatMap(read -> trust(plugin, app, read)).ifPresent(findings::add);
    return findings;
  }

  /**
   * What is in a host app of ours is known by its stamp, however old the file is; what else lies in
   * its Gradle project, and what another app was built from, by the files' times alone.
   */
  private Optional<Finding> age(
      Project project, Plugin plugin, BuiltApp app, Optional<AppStamp> stamp) {
    Set<String> now = stamp.isPresent() ? sourcesNow(project, plugin) : Set.of();
    boolean same = stamp.filter(read -> now.contains(read.sources())).isPresent();
    BuiltApp built = same ? app : new BuiltApp(app.file(), sources(plugin));
    Optional<Path> newer = built.newerSource();
    if (newer.isPresent()) {
      boolean justBuild = app.project().filter(newer.get()::startsWith).isPresent();
      return Optional.of(
          warning(
              "StaleApp",
              plugin,
              "the app '%s' is older than '%s'".formatted(app.file(), newer.get()),
              justBuild ? app.howToBuild() : howToWrite(plugin, app)));
    }
    return same || now.isEmpty()
        ? Optional.empty()
        : Optional.of(
            warning(
                "StaleApp",
                plugin,
                "the app '%s' is not what would be written now: '%s', its scenarios' links or"
                        .formatted(app.file(), plugin.name())
                    + " permissions, or Crosscheck itself has changed since",
                howToWrite(plugin, app)));
  }

  private Optional<Finding> trust(Plugin plugin, BuiltApp app, AppStamp stamp) {
    return authority.get().filter(stamp.authority()::equals).isPresent()
        ? Optional.empty()
        : Optional.of(
            warning(
                "OtherAuthority",
                plugin,
                "the app '%s' trusts another certificate authority than this checkout's"
                    .formatted(app.file()),
                howToWrite(plugin, app)));
  }

  private static String howToWrite(Plugin plugin, BuiltApp app) {
    return app.project()
        .map(
            folder ->
                "write it again with 'crosscheck host android --plugin %s --out %s', and %s"
                    .formatted(plugin.id(), folder, app.howToBuild()))
        .orElseGet(app::howToBuild);
  }

  private static Finding warning(String rule, Plugin plugin, String message, String remedy) {
    return Finding.warning(rule, plugin.at(), message, remedy);
  }

  private Optional<BuiltApp> app(Plugin plugin) {
    return plugin
        .android()
        .flatMap(AndroidPart::app)
        .map(file -> new BuiltApp(root.resolve(plugin.folder()).resolve(file), List.of()));
  }

  private List<Path> sources(Plugin plugin) {
    Path folder = root.resolve(plugin.folder()).toAbsolutePath().normalize();
    return plugin.android().stream()
        .flatMap(part -> part.plugins().stream())
        .flatMap(AppCheck::files)
        .map(file -> folder.resolve(file).normalize())
        .toList();
  }

  private static Stream<String> files(AndroidPlugin part) {
    return Stream.concat(part.sources().stream(), part.libraries().stream());
  }

  private static Optional<AppStamp> stamp(BuiltApp app) {
    try {
      return AppStamp.ofApk(app.file());
    } catch (IOException e) {
      return Optional.empty(); // whoever installs it will say so
    }
  }

  /**
   * What an app is stamped with that is written now, for one of the plugin's SDKs or for all, where
   * they fit into one; empty where that cannot be known, as before the plugin's own build.
   */
  private Set<String> sourcesNow(Project project, Plugin plugin) {
    Hosted hosted = new Hosted(project, plugin);
    List<Sdk> all = Hosted.sdks(plugin, HostPlatform.ANDROID);
    Set<String> stamps = new HashSet<>();
    for (Sdk sdk : all) {
      Optional<String> one = sourcesNow(hosted, List.of(sdk));
      if (one.isEmpty()) {
        return Set.of();
      }
      stamps.add(one.get());
    }
    sourcesNow(hosted, all).ifPresent(stamps::add);
    return stamps;
  }

  private Optional<String> sourcesNow(Hosted hosted, List<Sdk> sdks) {
    try {
      HostComposer composer = new HostComposer(harness.folder("android"), root);
      return Optional.of(composer.of(hosted.order(sdks, "", "", "", "")).stamp().sources());
    } catch (CannotHost | Shortage e) {
      return Optional.empty();
    }
  }
}
