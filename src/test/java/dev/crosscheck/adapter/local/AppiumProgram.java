package dev.crosscheck.adapter.local;

import dev.crosscheck.adapter.supply.SystemAndroidSdk;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Supply;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;

/**
 * A process that runs Appium and adb until it is ended: says both ports on one line. The argument
 * is a folder for its cache of links.
 */
final class AppiumProgram {
  static final AppiumSpec PHONE =
      new AppiumSpec(
          "phone",
          Samples.AT,
          new AppiumSpec.RealAndroid(Optional.empty()),
          Sdk.ANALYTICS_KOTLIN,
          Optional.empty(),
          Map.of());

  private AppiumProgram() {}

  public static void main(String[] arguments) throws Exception {
    Supply supply = TestSupply.create();
    SystemAndroidSdk android = new SystemAndroidSdk(Path.of(arguments[0]), System.getenv(), supply);
    try (LocalAppium appium =
        new LocalAppium(supply, android, System.getenv(), InstantSource.system())) {
      Endpoint endpoint = appium.endpoint(PHONE);
      Object adbPort = startAdb(android, endpoint);
      System.out.println("ports " + endpoint.webDriver().getPort() + " " + adbPort);
      if (System.in.read() < 0) {
        return;
      }
    }
  }

  /** As the driver does when a session begins; the port is private, as no test has another. */
  static Object startAdb(SystemAndroidSdk android, Endpoint endpoint) throws Exception {
    String port = String.valueOf(endpoint.capabilities().get("appium:adbPort"));
    Path adb = android.home().resolve("platform-tools").resolve("adb");
    int exit =
        new ProcessBuilder(adb.toString(), "-P", port, "start-server")
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor();
    if (exit != 0) {
      throw new IllegalStateException("no adb server at port " + port);
    }
    return port;
  }
}
