package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.adapter.hostapp.IosComposer;
import dev.crosscheck.run.Project;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.scenario.Step;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A plugin, and what its scenarios ask of the app that hosts it. */
record Hosted(Project project, Plugin plugin) {
  /** Those of a platform that it is for. */
  static List<Sdk> sdks(Plugin plugin, HostPlatform platform) {
    return Stream.of(Sdk.values())
        .filter(known -> known.platform().equals(platform.word()))
        .filter(plugin::isFor)
        .toList();
  }

  /** The app for Android; see {@link HostComposer.Order}. */
  HostComposer.Order order(
      List<Sdk> sdks, String certificate, String fingerprint, String apk, String command) {
    return new HostComposer.Order(
        plugin, sdks, permissions(), links(), certificate, fingerprint, apk, command);
  }

  /** The app for iOS; see {@link IosComposer.Order}. */
  IosComposer.Order order(List<Sdk> sdks, Function<Sdk, String> apps, String command) {
    return new IosComposer.Order(plugin, sdks, links(), apps, command);
  }

  /** What scenarios give and take away, the app for Android must have asked for. */
  private Set<String> permissions() {
    return steps()
        .flatMap(step -> step instanceof Step.Permission p ? Stream.of(p) : Stream.of())
        .filter(permission -> !permission.isOfIos())
        .map(Step.Permission::name)
        .collect(Collectors.toSet());
  }

  /** What scenarios open, the system must know to be the app's. */
  private Set<String> links() {
    return steps()
        .flatMap(step -> step instanceof Step.DeepLink link ? Stream.of(link.url()) : Stream.of())
        .collect(Collectors.toSet());
  }

  private Stream<Step> steps() {
    return project.scenarios().getOrDefault(plugin.id(), List.<Scenario>of()).stream()
        .flatMap(scenario -> scenario.steps().stream());
  }
}
