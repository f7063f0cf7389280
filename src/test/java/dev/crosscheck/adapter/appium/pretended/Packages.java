package dev.crosscheck.adapter.appium.pretended;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** The packages that are installed on the device. */
final class Packages {
  static final String SETTINGS = "io.appium.settings";
  static final String SERVER = "io.appium.uiautomator2.server";
  static final String SERVER_TEST = SERVER + ".test";

  private final Map<String, ApkManifest> installed = new ConcurrentSkipListMap<>();

  void install(ApkManifest apk) {
    installed.put(apk.name(), apk);
  }

  /** Returns whether it was there. */
  boolean uninstall(String name) {
    return installed.remove(name) != null;
  }

  Optional<ApkManifest> named(String name) {
    return Optional.ofNullable(installed.get(name));
  }

  boolean has(String name) {
    return installed.containsKey(name);
  }

  Collection<ApkManifest> all() {
    return List.copyOf(installed.values());
  }
}
