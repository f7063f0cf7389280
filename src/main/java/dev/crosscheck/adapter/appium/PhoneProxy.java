package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.ProxyAddress;
import io.appium.java_client.android.AndroidDriver;
import java.util.List;
import java.util.Map;

/** How a phone's traffic is led to a recording. Used on the phone's own thread. */
interface PhoneProxy {

  void lead(AndroidDriver phone, ProxyAddress to);

  /** Leaves the phone as it was. */
  void end(AndroidDriver phone);

  /** All of an emulator's traffic, by a setting of its system. */
  final class OfSystem implements PhoneProxy {
    /** The name by which an emulator reaches the loopback of the machine that it runs on. */
    private static final String MACHINE = "10.0.2.2";

    private static final String NONE = ":0";

    @Override
    public void lead(AndroidDriver phone, ProxyAddress to) {
      set(phone, MACHINE + ":" + to.port());
    }

    @Override
    public void end(AndroidDriver phone) {
      set(phone, NONE);
    }

    private static void set(AndroidDriver phone, String proxy) {
      phone.executeScript(
          "mobile: shell",
          Map.of("command", "settings", "args", List.of("put", "global", "http_proxy", proxy)));
    }
  }
}
