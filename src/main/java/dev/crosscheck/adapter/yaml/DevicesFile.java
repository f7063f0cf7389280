package dev.crosscheck.adapter.yaml;

import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.BrowserSpec.Browser;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Phone;
import dev.crosscheck.matrix.Suite;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads devices.yaml. */
final class DevicesFile {
  static final String NAME = "devices.yaml";

  /** What to do where there is none. */
  static final String HINT = "write it, with devices: {chromium: {browser: chrome}}";

  private DevicesFile() {}

  /**
   * What the file holds.
   *
   * @param ids of all devices, those included that could not be read
   */
  record Contents(List<DeviceSpec> devices, List<String> ids, Suite suite) {
    Contents {
      devices = List.copyOf(devices);
      ids = List.copyOf(ids);
    }
  }

  static Optional<Contents> read(Cursor root) {
    return root.fields(Shape.DEVICES).map(DevicesFile::contents);
  }

  private static Contents contents(Fields fields) {
    List<DeviceSpec> devices = new ArrayList<>();
    List<Cursor.Entry> entries = fields.get("devices").map(Cursor::entries).orElse(List.of());
    for (Cursor.Entry entry : entries) {
      checkId(entry);
      device(entry).ifPresent(devices::add);
    }
    if (entries.isEmpty() && fields.get("devices").filter(Cursor::isMap).isPresent()) {
      fields
          .map()
          .error(Rule.NO_DEVICES, "there are no devices", "add chromium: {browser: chrome}");
    }
    Suite suite = fields.get("suite").map(SuiteReader::read).orElse(SuiteReader.NONE);
    return new Contents(devices, entries.stream().map(Cursor.Entry::key).toList(), suite);
  }

  private static void checkId(Cursor.Entry entry) {
    if (!FileNames.isId(entry.key())) {
      entry
          .value()
          .origin()
          .findings()
          .error(
              Rule.BAD_NAME,
              entry.at(),
              "'" + Shown.of(entry.key()) + "' cannot name a device",
              FileNames.HINT);
    }
  }

  private static Optional<DeviceSpec> device(Cursor.Entry entry) {
    Cursor value = entry.value();
    if (IosDeviceReader.isMeantBy(value)) {
      return IosDeviceReader.read(entry);
    }
    return AndroidDeviceReader.isMeantBy(value) ? AndroidDeviceReader.read(entry) : browser(entry);
  }

  private static Optional<DeviceSpec> browser(Cursor.Entry entry) {
    Optional<Fields> fields = entry.value().fields(Shape.DEVICE);
    Optional<Browser> browser = fields.flatMap(f -> f.read("browser", DevicesFile::browser));
    Optional<Boolean> cookies =
        fields.flatMap(f -> f.read("thirdPartyCookies", v -> SafariReader.cookies(v, browser)));
    Optional<Phone> phone =
        fields.flatMap(f -> f.read("emulate", v -> PhoneReader.read(v, browser)));
    return browser.map(
        which ->
            new BrowserSpec(
                entry.key(),
                entry.at(),
                which,
                cookies.orElseGet(which::usuallySendsThirdPartyCookies),
                phone,
                fields.flatMap(f -> SafariReader.simulator(f, which))));
  }

  private static Optional<Browser> browser(Cursor value) {
    return value
        .word(Arrays.stream(Browser.values()).map(Browser::word).toList())
        .flatMap(w -> Arrays.stream(Browser.values()).filter(b -> b.word().equals(w)).findFirst());
  }
}
