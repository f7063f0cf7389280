package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.ProxyAddress;
import io.appium.java_client.android.AndroidDriver;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * How a phone's traffic is led to a recording: all of it, by a setting of the phone's system. Used
 * on the phone's own thread.
 */
final class PhoneProxy {
  /** The name by which an emulator reaches the loopback of the machine that it runs on. */
  private static final String MACHINE = "10.0.2.2";

  private static final String NONE = ":0";

  private final String host;
  private final Optional<Cable> cable;
  private OptionalInt led = OptionalInt.empty();

  /** A phone at this machine, whose own ports lead to this machine's. */
  record Cable(Adb adb, String serial) {}

  private PhoneProxy(String host, Optional<Cable> cable) {
    this.host = host;
    this.cable = cable;
  }

  static PhoneProxy ofEmulator() {
    return new PhoneProxy(MACHINE, Optional.empty());
  }

  static PhoneProxy by(Cable cable) {
    return new PhoneProxy("localhost", Optional.of(cable));
  }

  /**
   * @param host the name by which a phone elsewhere reaches this machine
   */
  static PhoneProxy by(String host) {
    return new PhoneProxy(host, Optional.empty());
  }

  void lead(AndroidDriver phone, ProxyAddress to) {
    endCable();
    cable.ifPresent(by -> by.adb().lead(by.serial(), to.port()));
    led = OptionalInt.of(to.port());
    set(phone, host + ":" + to.port());
  }

  /** Leaves the phone as it was. */
  void end(AndroidDriver phone) {
    set(phone, NONE);
    endCable();
  }

  private void endCable() {
    if (led.isPresent()) {
      cable.ifPresent(by -> by.adb().leadNoMore(by.serial(), led.getAsInt()));
      led = OptionalInt.empty();
    }
  }

  private static void set(AndroidDriver phone, String proxy) {
    phone.executeScript(
        "mobile: shell",
        Map.of("command", "settings", "args", List.of("put", "global", "http_proxy", proxy)));
  }
}
