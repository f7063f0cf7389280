package dev.crosscheck.adapter.supply;

import java.util.ArrayList;
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
 * @param udids of simulators
 * @param namesByVersion of simulators
 */
record Simulators(
    Set<String> versions,
    List<String> types,
    Set<String> udids,
    Map<String, List<String>> namesByVersion) {

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
    Set<String> udids = new LinkedHashSet<>();
    Map<String, List<String>> names = new HashMap<>();
    for (Map.Entry<String, JsonNode> devices : list.path("devices").properties()) {
      String version = versionById.getOrDefault(devices.getKey(), "");
      for (JsonNode device : devices.getValue()) {
        if (!version.isEmpty() && device.path("isAvailable").asBoolean(false)) {
          udids.add(device.path("udid").asString(""));
          names
              .computeIfAbsent(version, v -> new ArrayList<>())
              .add(device.path("name").asString(""));
        }
      }
    }
    List<String> types = new ArrayList<>();
    list.path("devicetypes").forEach(type -> types.add(type.path("name").asString("")));
    return new Simulators(versions, types, udids, names);
  }

  /** The driver looks for simulators by major and minor version alone. */
  private static String shortened(String version) {
    String[] parts = version.split("\\.", -1);
    return parts.length < 2 ? version : parts[0] + "." + parts[1];
  }

  /** Of the simulators of a version, or of any. */
  List<String> names(Optional<String> version) {
    return version
        .map(v -> namesByVersion.getOrDefault(shortened(v), List.of()))
        .orElseGet(() -> namesByVersion.values().stream().flatMap(List::stream).toList());
  }
}
