package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.Secrets;
import io.appium.java_client.AppiumClientConfig;
import io.appium.java_client.android.AndroidDriver;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Capabilities;
import org.openqa.selenium.ImmutableCapabilities;

/** Asks a server for sessions on phones. */
final class Sessions {
  /** The driver says more than the client about a boot that takes too long. */
  private static final Duration SPARE = Duration.ofSeconds(20);

  private static final int UNUSED_S = 300;

  /** What the driver says where an emulator does not come up. */
  private static final List<String> BOOTING =
      List.of("Error getting AVD", "Emulator is not ready", "has failed to boot");

  /** What is said to us and not to the server. */
  static final String OURS = "crosscheck:";

  private Sessions() {}

  /** A session on that phone, which is booted first if need be. */
  static AndroidDriver open(AppiumSpec spec, Endpoint server, Secrets secrets, Deadline by) {
    try {
      return new AndroidDriver(
          AppiumClientConfig.defaultConfig().baseUri(server.webDriver()).readTimeout(by.left()),
          capabilities(spec, server, by.left().minus(SPARE)));
    } catch (RuntimeException e) {
      String words = Talk.words(e, secrets);
      String why = "'" + spec.id() + "' gives no session: " + words;
      boolean boots = BOOTING.stream().anyMatch(words::contains);
      // not with its cause, which quotes what was asked for
      throw new DeviceLost(boots ? why + unbooted(spec) : why);
    }
  }

  private static String unbooted(AppiumSpec spec) {
    return spec.target() instanceof AppiumSpec.Emulator emulator && emulator.avd().isPresent()
        ? "; the AVD '%1$s' did not boot in time: start it by 'emulator -avd %1$s', and see how"
            .formatted(emulator.avd().get())
        : "";
  }

  /** What devices.yaml says goes before what we say. */
  static Capabilities capabilities(AppiumSpec spec, Endpoint server, Duration boot) {
    Map<String, Object> wanted = new LinkedHashMap<>();
    wanted.put("platformName", "Android");
    wanted.put("appium:automationName", "UiAutomator2");
    wanted.put("appium:noReset", true);
    wanted.put("appium:autoLaunch", false);
    wanted.put("appium:newCommandTimeout", UNUSED_S);
    wanted.put("appium:disableWindowAnimation", true);
    wanted.put("appium:ignoreHiddenApiPolicyError", true);
    wanted.put("appium:clearDeviceLogsOnStart", true);
    // the app's screen changes while a plugin works: nobody waits for it to be still
    wanted.put("appium:settings[waitForIdleTimeout]", 0);
    if (spec.isLocal()) {
      wanted.put("appium:systemPort", FreePort.any());
    }
    if (spec.target() instanceof AppiumSpec.Emulator emulator) {
      emulator.avd().ifPresent(avd -> boot(wanted, avd, boot));
    } else if (spec.target() instanceof AppiumSpec.RealAndroid phone) {
      phone.udid().ifPresent(udid -> wanted.put("appium:udid", udid));
    }
    wanted.putAll(server.capabilities());
    wanted.keySet().removeIf(name -> name.startsWith(OURS));
    return new ImmutableCapabilities(wanted);
  }

  private static void boot(Map<String, Object> wanted, String avd, Duration patience) {
    wanted.put("appium:avd", avd);
    wanted.put("appium:isHeadless", true);
    wanted.put("appium:avdArgs", "-no-audio -no-boot-anim");
    wanted.put("appium:avdLaunchTimeout", patience.toMillis());
    wanted.put("appium:avdReadyTimeout", patience.toMillis());
  }
}
