package dev.crosscheck.adapter.appium.pretended;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a device says it is.
 *
 * @param api Android's API level
 */
public record PhoneModel(
    boolean emulator, int api, String release, String manufacturer, String model) {
  /** Pixels. */
  static final int WIDTH = 1080;

  static final int HEIGHT = 2400;
  static final int DENSITY = 420;
  static final double PIXEL_RATIO = 2.625;
  static final int STATUS_BAR = 63;

  public static PhoneModel anEmulator() {
    return new PhoneModel(true, 34, "14", "Google", "sdk_gphone64_x86_64");
  }

  public static PhoneModel aPixel() {
    return new PhoneModel(false, 34, "14", "Google", "Pixel 8");
  }

  /** What adb's server is told when it connects. */
  String banner() {
    String product = model.replace(' ', '_');
    return "device::ro.product.name=%s;ro.product.model=%s;ro.product.device=%s;"
            .formatted(product, model, product)
        + "features=shell_v2,cmd,stat_v2,ls_v2,fixed_push_mkdir";
  }

  /** The system's properties; what is not here is empty, as on any device. */
  Map<String, String> properties() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ro.build.version.sdk", String.valueOf(api));
    all.put("ro.build.version.release", release);
    all.put("ro.product.manufacturer", manufacturer);
    all.put("ro.product.model", model);
    all.put("ro.product.cpu.abi", emulator ? "x86_64" : "arm64-v8a");
    all.put("ro.kernel.qemu", emulator ? "1" : "");
    all.put("persist.sys.timezone", "GMT");
    all.put("init.svc.bootanim", "stopped");
    return all;
  }
}
