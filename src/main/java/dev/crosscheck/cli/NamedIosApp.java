package dev.crosscheck.cli;

import dev.crosscheck.adapter.hostapp.IosComposer;
import dev.crosscheck.adapter.supply.HarnessFiles;
import dev.crosscheck.scenario.IosPlugin;
import dev.crosscheck.scenario.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The app for one of Segment's SDKs on iOS: another one is for the other. */
final class NamedIosApp extends NamedApp {
  private final HarnessFiles harness;
  private final Sdk sdk;

  NamedIosApp(Path root, HarnessFiles harness, Hosted hosted, Sdk sdk) {
    super(root, hosted, List.of(sdk));
    this.harness = harness;
    this.sdk = sdk;
  }

  @Override
  String title() {
    return plugin().id() + " " + sdk.word();
  }

  @Override
  HostPlatform platform() {
    return HostPlatform.IOS;
  }

  @Override
  List<String> named() {
    return plugin().ios().flatMap(ios -> ios.of(sdk)).flatMap(IosPlugin::sources).stream().toList();
  }

  @Override
  Set<String> sourcesNow() {
    return hash(
            () ->
                new IosComposer(harness.folder(platform().word()), root())
                    .of(hosted().order(sdks(), any -> "", ""))
                    .stamp(sdk))
        .stream()
        .collect(Collectors.toSet());
  }
}
