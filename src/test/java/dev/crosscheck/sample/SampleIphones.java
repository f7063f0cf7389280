package dev.crosscheck.sample;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.scenario.Sdk;
import java.util.Map;
import java.util.Optional;

/** Made-up devices whose way out is not closed. */
final class SampleIphones {
  private SampleIphones() {}

  static DeviceColumn there() {
    AppiumSpec spec =
        spec(
            "iphone-16",
            new AppiumSpec.Simulator(
                Optional.of("iPhone 16"), Optional.of("18.2"), Optional.empty(), false));
    return new DeviceColumn(spec, Optional.of(facts(spec)), Optional.empty(), Optional.empty());
  }

  static DeviceColumn missing() {
    return new DeviceColumn(
        spec("my-iphone", new AppiumSpec.RealIos(Optional.empty())),
        Optional.empty(),
        Optional.of("no Xcode: iPhones are driven from a Mac"),
        Optional.of("run it on a Mac"));
  }

  static DeviceFacts facts(AppiumSpec spec) {
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        "",
        "iOS 18.2, iPhone 16",
        "18.2",
        spec.sdk().word(),
        "1.9.1",
        false,
        spec.notClosed(),
        Map.of("xcode", "16.2", "WebDriverAgent", "16.12.7"),
        1);
  }

  private static AppiumSpec spec(String id, AppiumSpec.Target target) {
    return new AppiumSpec(
        id,
        new SourceLocation("devices.yaml", 5, 3),
        target,
        Sdk.ANALYTICS_SWIFT,
        Optional.empty(),
        Map.of());
  }
}
