package dev.crosscheck.cli;

import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.cli.Checkup.Remark;
import dev.crosscheck.cli.terminal.Ink;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.Finding;
import dev.crosscheck.run.Plan;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Looks at the apps that plugins name for emulators, simulators and phones: whether they are there,
 * and are what would be built now. Builds none.
 */
final class AppCheck {
  private final Path root;
  private final HarnessFiles harness;
  private final AppleTools apple;
  private final AppRules rules;

  /**
   * @param root the folder to which plugins' folders are relative
   * @param authority the fingerprint of the one that a run would use; empty where it would make one
   */
  AppCheck(
      Path root, HarnessFiles harness, AppleTools apple, Supplier<Optional<String>> authority) {
    this.root = root;
    this.harness = harness;
    this.apple = apple;
    this.rules = new AppRules(authority);
  }

  /** Of every app for an emulator, simulator or phone of devices.yaml that there can be here. */
  List<Checkup> checkups(Project project) {
    List<AppiumSpec> phones =
        project.devices().stream().flatMap(AppCheck::phone).filter(this::canBeHere).toList();
    return project.plugins().stream()
        .flatMap(plugin -> apps(new Hosted(project, plugin), phones.stream()))
        .map(this::checkup)
        .toList();
  }

  /** Warnings, for the apps that a run puts onto an emulator, simulator or phone. */
  List<Finding> findings(Project project, Plan plan) {
    List<Plan.PlannedCell> cells =
        plan.cells().stream().filter(cell -> cell.skip().isEmpty()).toList();
    return cells.stream()
        .map(Plan.PlannedCell::plugin)
        .distinct()
        .flatMap(plugin -> apps(new Hosted(project, plugin), phones(cells, plugin)))
        .flatMap(app -> rules.findings(app).stream())
        .toList();
  }

  private static Stream<AppiumSpec> phones(List<Plan.PlannedCell> cells, Plugin plugin) {
    return cells.stream()
        .filter(cell -> cell.plugin().equals(plugin))
        .map(Plan.PlannedCell::device)
        .flatMap(AppCheck::phone);
  }

  private static Stream<AppiumSpec> phone(DeviceSpec device) {
    return device instanceof AppiumSpec phone ? Stream.of(phone) : Stream.empty();
  }

  /** Of an iPhone where there is no Xcode, enough is said. */
  private boolean canBeHere(AppiumSpec phone) {
    return !phone.isIos() || !phone.isLocal() || apple.xcode() instanceof Presence.Here;
  }

  /** Those that phones take of a plugin: on Android they share one. */
  private Stream<NamedApp> apps(Hosted hosted, Stream<AppiumSpec> phones) {
    List<Sdk> sdks =
        phones
            .filter(phone -> !phone.hasApp())
            .map(AppiumSpec::sdk)
            .filter(hosted.plugin()::isFor)
            .distinct()
            .sorted()
            .toList();
    List<Sdk> android = of(HostPlatform.ANDROID, sdks);
    List<NamedApp> apps = new ArrayList<>();
    if (!android.isEmpty()) {
      apps.add(new NamedAndroidApp(root, harness, hosted, android));
    }
    for (Sdk sdk : of(HostPlatform.IOS, sdks)) {
      apps.add(new NamedIosApp(root, harness, hosted, sdk));
    }
    return apps.stream();
  }

  private static List<Sdk> of(HostPlatform platform, List<Sdk> sdks) {
    return sdks.stream().filter(sdk -> sdk.platform().equals(platform.word())).toList();
  }

  private Checkup checkup(NamedApp app) {
    List<Finding> findings = rules.findings(app);
    boolean there = findings.stream().noneMatch(finding -> finding.rule().equals(AppRules.MISSING));
    List<Remark> remarks = new ArrayList<>();
    if (there) {
      remarks.add(new Remark("app", app.built().orElseThrow().path().toString(), Ink.FAINT));
    }
    for (Finding finding : findings) {
      remarks.add(new Remark(finding.message(), "", there ? Ink.WARNING : Ink.BAD));
      remarks.add(new Remark("remedy: " + finding.hint().orElse(""), "", Ink.PLAIN));
    }
    return new Checkup(app.title(), there, remarks);
  }
}
