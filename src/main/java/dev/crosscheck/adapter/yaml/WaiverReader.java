package dev.crosscheck.adapter.yaml;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.scenario.Waiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads known reds. */
final class WaiverReader {
  private static final String ANY_DEVICE = "*";

  private final String plugin;
  private final List<String> scenarios;
  private final Optional<List<String>> devices;

  /**
   * @param plugin the plugin's id
   * @param scenarios the names of its scenario files, without their ending
   * @param devices the ids of devices.yaml; empty where it could not be read
   */
  WaiverReader(String plugin, List<String> scenarios, Optional<List<String>> devices) {
    this.plugin = plugin;
    this.scenarios = scenarios;
    this.devices = devices;
  }

  List<Waiver> list(Cursor value) {
    List<Waiver> waivers = new ArrayList<>();
    for (Cursor item : value.items()) {
      item.fields(Shape.WAIVER).flatMap(this::waiver).ifPresent(waivers::add);
    }
    return waivers;
  }

  private Optional<Waiver> waiver(Fields fields) {
    Optional<String> scenario = fields.read("scenario", this::scenario);
    String device = fields.read("device", this::device).orElse(ANY_DEVICE);
    Optional<String> because = fields.text("because");
    Optional<String> since = fields.read("since", DateNotation::day);
    return scenario.map(
        s ->
            new Waiver(
                fields.at(), s, fields.text("row"), device, because.orElse(""), since.orElse("")));
  }

  private Optional<String> scenario(Cursor value) {
    Optional<String> name = value.text();
    if (name.isPresent()
        && !name.get().startsWith(ConformanceFolder.NAME + "/")
        && !scenarios.contains(withoutFolder(name.get()))) {
      value.error(
          Rule.UNKNOWN_WAIVER_SCENARIO,
          "there is no scenario '" + Shown.of(name.get()) + "' to waive",
          Nearest.hint(name.get(), scenarios));
    }
    return name;
  }

  private String withoutFolder(String name) {
    return name.startsWith(plugin + "/") ? name.substring(plugin.length() + 1) : name;
  }

  private Optional<String> device(Cursor value) {
    Optional<String> device = value.text();
    device
        .filter(id -> !id.equals(ANY_DEVICE))
        .ifPresent(id -> UnknownDevice.check(value.origin().findings(), value.at(), id, devices));
    return device;
  }
}
