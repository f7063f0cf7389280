package dev.crosscheck.adapter.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a server of Appium drives: the driver, and what that needs. */
sealed interface Driven {
  /** The driver's name, as the server takes it. */
  String driver();

  /** The npm package that holds it. */
  String module();

  /** What the server is told besides. */
  List<String> arguments();

  /** Variables that it needs. */
  Map<String, String> variables();

  /** What its devices are asked for by all. */
  Map<String, Object> capabilities();

  /** What is done as the server ends. */
  Farewell farewell();

  /**
   * Emulators and Android phones.
   *
   * @param home for {@code ANDROID_HOME}
   */
  record Android(Path home, AdbServer adb) implements Driven {
    @Override
    public String driver() {
      return "uiautomator2";
    }

    @Override
    public String module() {
      return "appium-uiautomator2-driver";
    }

    @Override
    public List<String> arguments() {
      return List.of("--allow-insecure=uiautomator2:adb_shell");
    }

    @Override
    public Map<String, String> variables() {
      return Map.of(
          "ANDROID_HOME",
          home.toString(),
          "ANDROID_SDK_ROOT",
          home.toString(),
          AdbServer.VARIABLE,
          Integer.toString(adb.port()));
    }

    @Override
    public Map<String, Object> capabilities() {
      Map<String, Object> all = new HashMap<>();
      all.put("appium:adbPort", adb.port());
      if (!adb.ours()) {
        all.put("appium:suppressKillServer", true);
      }
      return all;
    }

    @Override
    public Farewell farewell() {
      return adb.farewell(home.resolve("platform-tools").resolve("adb"));
    }
  }

  /** Simulators and iPhones. */
  record Ios() implements Driven {
    @Override
    public String driver() {
      return "xcuitest";
    }

    @Override
    public String module() {
      return "appium-xcuitest-driver";
    }

    @Override
    public List<String> arguments() {
      return List.of();
    }

    @Override
    public Map<String, String> variables() {
      return Map.of();
    }

    @Override
    public Map<String, Object> capabilities() {
      return Map.of();
    }

    @Override
    public Farewell farewell() {
      return Farewell.NONE;
    }
  }
}
