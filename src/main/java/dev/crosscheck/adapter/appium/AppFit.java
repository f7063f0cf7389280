package dev.crosscheck.adapter.appium;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.supply.IosApp;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** Whether an app can run on a device: iOS itself says little of one that cannot. */
final class AppFit {
  private AppFit() {}

  /**
   * @throws DeviceLost where its executable says that it was built for something else
   */
  static void check(AppiumSpec spec, Path app) {
    List<IosApp.Build> builds = new IosApp(app, spec.sdk().word()).builds();
    boolean fits = builds.isEmpty() || builds.stream().anyMatch(build -> fits(spec, build));
    if (!fits) {
      throw new DeviceLost(
          "the app '%s' is built for %s, and '%s' is %s: build it for %s"
              .formatted(
                  app,
                  builds.stream().map(AppFit::words).collect(Collectors.joining(", ")),
                  spec.id(),
                  wanted(spec),
                  wanted(spec)));
    }
  }

  private static boolean fits(AppiumSpec spec, IosApp.Build build) {
    return build.platform().equals(spec.kind())
        && (!spec.kind().equals("simulator")
            || !spec.isLocal()
            || build.processor().equals(processor()));
  }

  private static String words(IosApp.Build build) {
    return (build.platform().equals("simulator") ? "a simulator" : "an iPhone")
        + " on "
        + build.processor();
  }

  private static String wanted(AppiumSpec spec) {
    return spec.kind().equals("simulator") ? "a simulator on " + processor() : "an iPhone";
  }

  /** A simulator runs on its Mac's own processor. */
  private static String processor() {
    return System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x86_64";
  }
}
