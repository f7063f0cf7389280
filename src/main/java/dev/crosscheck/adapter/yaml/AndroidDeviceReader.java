package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Sdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads an Android device: one within a JVM, an emulator or a phone. */
final class AndroidDeviceReader {
  private static final List<String> KINDS = SuiteReader.WORDS.getOrDefault("android", List.of());

  private AndroidDeviceReader() {}

  /** Whether a device is Android, or would be if it were spelt well. */
  static boolean isMeantBy(Cursor device) {
    if (!device.isMap() || device.value("android").isPresent()) {
      return device.isMap();
    }
    return device.value("browser").isEmpty()
        && device.entries().stream()
            .anyMatch(e -> Nearest.to(e.key(), Shape.ANDROID_DEVICE.keys()).isPresent());
  }

  static Optional<DeviceSpec> read(Cursor.Entry entry) {
    Cursor device = entry.value();
    return switch (device.value("android").flatMap(Cursor::raw).orElse("")) {
      case "emulator" ->
          device.fields(Shape.ANDROID_EMULATOR).flatMap(fields -> emulator(entry, fields));
      case "real" -> device.fields(Shape.ANDROID_PHONE).flatMap(fields -> real(entry, fields));
      default -> device.fields(Shape.ANDROID_DEVICE).flatMap(fields -> embedded(entry, fields));
    };
  }

  private static Optional<DeviceSpec> emulator(Cursor.Entry entry, Fields fields) {
    if (!fields.has("avd") && !fields.has("appium")) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              fields.map().label() + " has no 'avd'",
              "name a virtual device, as 'emulator -list-avds' lists them, or another Appium server"
                  + " by 'appium'");
      return Optional.empty();
    }
    return phone(entry, fields, new AppiumSpec.Emulator(fields.text("avd")));
  }

  private static Optional<DeviceSpec> real(Cursor.Entry entry, Fields fields) {
    return phone(entry, fields, new AppiumSpec.RealAndroid(fields.text("udid")));
  }

  private static Optional<DeviceSpec> phone(
      Cursor.Entry entry, Fields fields, AppiumSpec.Target target) {
    return Optional.of(
        new AppiumSpec(
            entry.key(),
            entry.at(),
            target,
            fields.read("sdk", AndroidDeviceReader::sdk).orElse(Sdk.ANALYTICS_ANDROID),
            fields.read("appium", AppiumNotation::server),
            fields.read("capabilities", SecretReader::object).orElse(Map.of())));
  }

  private static Optional<DeviceSpec> embedded(Cursor.Entry entry, Fields fields) {
    int level = fields.read("api", AndroidDeviceReader::level).orElse(EmbeddedSpec.USUAL_LEVEL);
    Sdk sdk = fields.read("sdk", AndroidDeviceReader::sdk).orElse(Sdk.ANALYTICS_ANDROID);
    return fields
        .read("android", value -> value.word(KINDS))
        .map(kind -> new EmbeddedSpec(entry.key(), entry.at(), level, sdk));
  }

  private static Optional<Integer> level(Cursor value) {
    if (!value.isNumber()) {
      return value.wrong("an API level, such as 34");
    }
    List<String> levels = EmbeddedSpec.LEVELS.stream().map(String::valueOf).toList();
    String written = value.raw().orElse("");
    if (!levels.contains(written)) {
      value.error(
          Rule.UNKNOWN_VALUE,
          "'api' cannot be " + Shown.of(written),
          "one of: " + String.join(", ", levels));
      return Optional.empty();
    }
    return Optional.of(Integer.parseInt(written));
  }

  private static Optional<Sdk> sdk(Cursor value) {
    return value.word(AndroidReader.SDKS.stream().map(Sdk::word).toList()).flatMap(Sdk::of);
  }
}
