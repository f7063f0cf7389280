package dev.crosscheck.matrix;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.device.Phone;
import dev.crosscheck.scenario.Sdk;
import java.util.Map;
import java.util.Optional;

/**
 * A device that a suite asks for, by some of its properties: {@code {browser: chrome}}, {@code
 * {android: emulator}}. A device is what it is (truth 6): only an entry that names the property
 * itself meets it; an emulated phone and a browser on a simulator only one that asks for it.
 */
record Requirement(Map<String, String> properties) {
  Requirement {
    properties = Map.copyOf(properties);
  }

  boolean isMetBy(DeviceSpec spec) {
    return !properties.isEmpty()
        && (properties.containsKey("emulate") || phone(spec).isEmpty())
        && (properties.containsKey("simulator") || carrier(spec).isEmpty())
        && properties.entrySet().stream().allMatch(p -> has(spec, p.getKey(), p.getValue()));
  }

  private static boolean has(DeviceSpec spec, String key, String value) {
    return switch (key) {
      case "browser" ->
          spec instanceof BrowserSpec browser && browser.browser().word().equals(value);
      case "thirdPartyCookies" ->
          spec instanceof BrowserSpec browser
              && browser.thirdPartyCookies() == value.equals("allow");
      case "emulate" -> phone(spec).filter(phone -> phone.name().equals(value)).isPresent();
      case "simulator" -> carrier(spec).filter(on -> on.name().equals(value)).isPresent();
      case "android", "ios" -> spec.platform().equals(key) && spec.kind().equals(value);
      case "platform" -> spec.platform().equals(value);
      case "kind" -> spec.kind().equals(value);
      case "device" -> spec.id().equals(value);
      case "sdk" -> spec.sdk().word().equals(value);
      case "api" ->
          spec instanceof EmbeddedSpec embedded && value.equals(String.valueOf(embedded.api()));
      case "avd" ->
          spec instanceof AppiumSpec phone
              && phone.target() instanceof AppiumSpec.Emulator emulator
              && emulator.avd().filter(value::equals).isPresent();
      case "deviceName" ->
          simulator(spec)
              .flatMap(AppiumSpec.Simulator::deviceName)
              .filter(value::equals)
              .isPresent();
      case "platformVersion" ->
          simulator(spec)
              .flatMap(AppiumSpec.Simulator::platformVersion)
              .or(() -> carrier(spec).flatMap(BrowserSpec.Simulator::platformVersion))
              .filter(value::equals)
              .isPresent();
      default -> false;
    };
  }

  private static Optional<AppiumSpec.Simulator> simulator(DeviceSpec spec) {
    return spec instanceof AppiumSpec phone
            && phone.target() instanceof AppiumSpec.Simulator simulator
        ? Optional.of(simulator)
        : Optional.empty();
  }

  private static Optional<Phone> phone(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser ? browser.phone() : Optional.empty();
  }

  private static Optional<BrowserSpec.Simulator> carrier(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser ? browser.simulator() : Optional.empty();
  }

  /** The platform that a device must have to meet it; empty where it does not say. */
  String platform() {
    if (properties.containsKey("browser")
        || properties.containsKey("emulate")
        || properties.containsKey("simulator")
        || properties.containsKey("thirdPartyCookies")) {
      return "web";
    } else if (properties.containsKey("android")
        || properties.containsKey("api")
        || properties.containsKey("avd")) {
      return "android";
    } else if (properties.containsKey("ios")
        || properties.containsKey("deviceName")
        || properties.containsKey("platformVersion")) {
      return "ios";
    }
    return Optional.ofNullable(properties.get("sdk"))
        .flatMap(Sdk::of)
        .map(Sdk::platform)
        .orElseGet(() -> properties.getOrDefault("platform", ""));
  }

  /** {@code browser chrome}. */
  String words() {
    return Suite.words(properties);
  }
}
