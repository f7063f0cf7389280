package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Sdk;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads an iOS device: a simulator or a phone. */
final class IosDeviceReader {
  private static final List<String> KINDS = SuiteReader.WORDS.getOrDefault("ios", List.of());
  private static final List<String> OWN = List.of("ios", "deviceName", "platformVersion");
  private static final Pattern VERSION = Pattern.compile("\\d{1,3}(?:\\.\\d{1,3}){0,2}");

  private IosDeviceReader() {}

  /** Whether a device is of iOS, or would be if it were spelt well. */
  static boolean isMeantBy(Cursor device) {
    return device.value("ios").isPresent()
        || device.value("browser").isEmpty()
            && device.value("android").isEmpty()
            && device.entries().stream().anyMatch(entry -> isOwn(entry.key()));
  }

  private static boolean isOwn(String key) {
    return !Shape.ANDROID_DEVICE.keys().contains(key) && Nearest.to(key, OWN).isPresent();
  }

  static Optional<DeviceSpec> read(Cursor.Entry entry) {
    Cursor device = entry.value();
    boolean isReal = device.value("ios").flatMap(Cursor::raw).filter("real"::equals).isPresent();
    return isReal
        ? device.fields(Shape.IOS_PHONE).flatMap(fields -> real(entry, fields))
        : device.fields(Shape.IOS_SIMULATOR).flatMap(fields -> simulator(entry, fields));
  }

  private static Optional<DeviceSpec> simulator(Cursor.Entry entry, Fields fields) {
    boolean isNamed = fields.has("deviceName") || fields.has("udid") || fields.has("appium");
    if (!isNamed && fields.has("ios") && fields.knowsAll(Shape.IOS_SIMULATOR)) {
      fields
          .map()
          .error(
              Rule.MISSING_KEY,
              fields.map().label() + " has no 'deviceName'",
              "name a device, as 'xcrun simctl list devicetypes' lists them, or another Appium"
                  + " server by 'appium'");
    }
    if (fields.has("fresh") && fields.has("udid")) {
      fields
          .get("udid")
          .ifPresent(
              udid ->
                  udid.error(
                      Rule.MISPLACED_KEY,
                      "'udid' is of a simulator that is there, and 'fresh' makes another",
                      "leave one of the two out"));
    }
    AppiumSpec.Simulator simulator =
        new AppiumSpec.Simulator(
            fields.text("deviceName"),
            fields.read("platformVersion", IosDeviceReader::version),
            fields.text("udid"),
            fields.flag("fresh"));
    return fields.read("ios", value -> value.word(KINDS)).map(k -> of(entry, fields, simulator));
  }

  private static Optional<DeviceSpec> real(Cursor.Entry entry, Fields fields) {
    return Optional.of(of(entry, fields, new AppiumSpec.RealIos(fields.text("udid"))));
  }

  private static DeviceSpec of(Cursor.Entry entry, Fields fields, AppiumSpec.Target target) {
    return new AppiumSpec(
        entry.key(),
        entry.at(),
        target,
        fields.read("sdk", IosDeviceReader::sdk).orElse(Sdk.ANALYTICS_SWIFT),
        fields.read("appium", AppiumNotation::server),
        fields.read("capabilities", SecretReader::object).orElse(Map.of()));
  }

  static Optional<String> version(Cursor value) {
    Optional<String> text = value.text();
    if (text.isPresent() && !VERSION.matcher(text.get()).matches()) {
      value.error(
          Rule.UNKNOWN_VALUE,
          "'" + Shown.of(text.get()) + "' is no version of iOS",
          "write one such as \"18.2\", as 'xcrun simctl list runtimes' lists them");
      return Optional.empty();
    }
    return text;
  }

  private static Optional<Sdk> sdk(Cursor value) {
    return value.word(IosReader.SDKS.stream().map(Sdk::word).toList()).flatMap(Sdk::of);
  }
}
