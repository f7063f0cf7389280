package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.Secrets;
import io.appium.java_client.AppiumClientConfig;
import io.appium.java_client.ios.IOSDriver;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.ImmutableCapabilities;

/** Asks a server for sessions on simulators and iPhones. */
final class XcuiSessions {
  /** The driver says more than the client about a boot that takes too long. */
  private static final Duration SPARE = Duration.ofSeconds(20);

  private static final int UNUSED_S = 300;

  private XcuiSessions() {}

  /** A session on that simulator, which is booted first if need be, or on that iPhone. */
  static IOSDriver open(
      AppiumSpec spec, Endpoint server, Optional<Path> agent, Secrets secrets, Deadline by) {
    try {
      return new IOSDriver(
          AppiumClientConfig.defaultConfig().baseUri(server.webDriver()).readTimeout(by.left()),
          capabilities(spec, server, agent, by.left().minus(SPARE)));
    } catch (RuntimeException e) {
      // not with its cause, which quotes what was asked for
      throw new DeviceLost(
          "'" + spec.id() + "' gives no session: " + explained(Talk.words(e, secrets)));
    }
  }

  /** What the driver says of its agent is about Xcode's log, which nobody sees. */
  private static String explained(String words) {
    return words.contains("WebDriverAgent") || words.contains("xcodebuild")
        ? words
            + "; WebDriverAgent does not start: fetch a prebuilt one anew, as docs/ios.md says;"
            + " one that Xcode builds shows its trouble with the capability appium:showXcodeLog"
        : words;
  }

  /**
   * What devices.yaml says goes before what we say.
   *
   * @param agent a prebuilt WebDriverAgent, to be installed on a simulator
   */
  static Capabilities capabilities(
      AppiumSpec spec, Endpoint server, Optional<Path> agent, Duration patience) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("platformName", "iOS");
    wanted.put("appium:automationName", "XCUITest");
    wanted.put("appium:noReset", true);
    wanted.put("appium:newCommandTimeout", UNUSED_S);
    wanted.put("appium:wdaLaunchTimeout", patience.toMillis());
    wanted.put("appium:iosSimulatorLogsPredicate", "process == \"" + HostApp.PROCESS + "\"");
    // the app's screen changes while a plugin works: nobody waits for it to be still
    wanted.put("appium:waitForIdleTimeout", 0);
    wanted.put("appium:settings[animationCoolOffTimeout]", 0);
    if (spec.isLocal()) {
      wanted.put("appium:wdaLocalPort", FreePort.any());
      wanted.put("appium:mjpegServerPort", FreePort.any());
    }
    if (spec.target() instanceof AppiumSpec.Simulator simulator) {
      simulate(wanted, simulator, patience);
      agent.ifPresent(
          app -> {
            wanted.put("appium:usePreinstalledWDA", true);
            wanted.put("appium:prebuiltWDAPath", app.toString());
          });
    } else if (spec.target() instanceof AppiumSpec.RealIos phone) {
      phone
          .udid()
          .or(() -> Optional.of("auto").filter(any -> spec.isLocal()))
          .ifPresent(udid -> wanted.put("appium:udid", udid));
    }
    wanted.putAll(server.capabilities());
    wanted.keySet().removeIf(name -> name.startsWith(Sessions.OURS));
    return new ImmutableCapabilities(wanted);
  }

  private static void simulate(
      Map<String, Object> wanted, AppiumSpec.Simulator simulator, Duration patience) {
    simulator.deviceName().ifPresent(name -> wanted.put("appium:deviceName", name));
    simulator.platformVersion().ifPresent(version -> wanted.put("appium:platformVersion", version));
    simulator.udid().ifPresent(udid -> wanted.put("appium:udid", udid));
    wanted.put("appium:isHeadless", true);
    wanted.put("appium:simulatorStartupTimeout", patience.toMillis());
    if (simulator.fresh()) {
      wanted.put("appium:enforceFreshSimulatorCreation", true);
    }
  }
}
