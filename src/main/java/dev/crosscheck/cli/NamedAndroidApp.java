package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.HostComposer;
import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.scenario.AndroidPlugin;
import dev.crosscheck.scenario.Sdk;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The one app for Android, for all SDKs or for some. */
final class NamedAndroidApp extends NamedApp {
  private final HarnessFiles harness;

  NamedAndroidApp(Path root, HarnessFiles harness, Hosted hosted, List<Sdk> sdks) {
    super(root, hosted, sdks);
    this.harness = harness;
  }

  @Override
  String title() {
    return plugin().id();
  }

  @Override
  HostPlatform platform() {
    return HostPlatform.ANDROID;
  }

  @Override
  List<String> named() {
    return plugin().android().stream()
        .flatMap(part -> part.plugins().stream())
        .flatMap(NamedAndroidApp::files)
        .toList();
  }

  private static Stream<String> files(AndroidPlugin part) {
    return Stream.concat(part.sources().stream(), part.libraries().stream());
  }

  /** Of one of the plugin's SDKs, or of all, where they fit into one. */
  @Override
  Set<String> sourcesNow() {
    List<Sdk> all = Hosted.sdks(plugin(), platform());
    Set<String> hashes = new HashSet<>();
    for (Sdk sdk : all) {
      Optional<String> one = sourcesNow(List.of(sdk));
      if (one.isEmpty()) {
        return Set.of();
      }
      hashes.add(one.get());
    }
    sourcesNow(all).ifPresent(hashes::add);
    return hashes;
  }

  private Optional<String> sourcesNow(List<Sdk> sdks) {
    return hash(
        () ->
            new HostComposer(harness.folder(platform().word()), root())
                .of(hosted().order(sdks, "", "", "", ""))
                .stamp(sdks.get(0)));
  }
}
