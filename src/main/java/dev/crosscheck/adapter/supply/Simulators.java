package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.AppleTools;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * What {@code xcrun simctl list --json} tells of iOS, as far as it can be used.
 *
 * @param versions of runtimes
 * @param types of devices, by name
 * @param made the simulators
 */
record Simulators(Set<String> versions, List<String> types, List<Made> made) {

  /**
   * A simulator.
   *
   * @param version of its runtime
   */
  record Made(String udid, String name, String version, boolean booted) {}

  static Simulators of(JsonNode list) {
    Map<String, String> versionById = new HashMap<>();
    Set<String> versions = new LinkedHashSet<>();
    for (JsonNode runtime : list.path("runtimes")) {
      String name = runtime.path("name").asString("");
      if (name.startsWith("iOS ") && runtime.path("isAvailable").asBoolean(false)) {
        String version = runtime.path("version").asString("");
        versions.add(shortened(version));
        versionById.put(runtime.path("identifier").asString(""), shortened(version));
      }
    }
    List<Made> made = new ArrayList<>();
    for (Map.Entry<String, JsonNode> devices : list.path("devices").properties()) {
      String version = versionById.getOrDefault(devices.getKey(), "");
      for (JsonNode device : devices.getValue()) {
        if (!version.isEmpty() && device.path("isAvailable").asBoolean(false)) {
          made.add(
              new Made(
                  device.path("udid").asString(""),
                  device.path("name").asString(""),
                  version,
                  device.path("state").asString("").equals("Booted")));
        }
      }
    }
    List<String> types = new ArrayList<>();
    list.path("devicetypes").forEach(type -> types.add(type.path("name").asString("")));
    return new Simulators(versions, types, made);
  }

  /** The driver looks for simulators by major and minor version alone. */
  private static String shortened(String version) {
    String[] parts = version.split("\\.", -1);
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  /** Of the simulators of a version, or of any. */
  List<String> names(Optional<String> version) {
    return made.stream().filter(one -> isOf(version, one)).map(Made::name).toList();
  }

  boolean has(String udid) {
    return made.stream().anyMatch(one -> one.udid().equals(udid));
  }

  /** The one that is meant; of several one that runs already, or else of the newest version. */
  Optional<Made> meant(AppleTools.Wanted wanted) {
    return made.stream()
        .filter(one -> wanted.udid().isEmpty() || wanted.udid().get().equals(one.udid()))
        .filter(
            one -> wanted.deviceName().isEmpty() || wanted.deviceName().get().equals(one.name()))
        .filter(one -> isOf(wanted.platformVersion(), one))
        .max(Comparator.comparing(Made::booted).thenComparingInt(one -> rank(one.version())));
  }

  /** 18.2 as 18002. */
  private static int rank(String version) {
    int rank = 0;
    for (String part : version.split("\\.", -1)) {
      rank = rank * 1000 + Integer.parseInt(part);
    }
    return rank;
  }

  private static boolean isOf(Optional<String> version, Made one) {
    return version.isEmpty() || shortened(version.get()).equals(one.version());
  }
}
