package dev.crosscheck.adapter.appium.pretended.apple;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** {@code xcrun simctl}, as far as the driver and Crosscheck ask it. */
final class Simctl {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final String RUNTIME = "com.apple.CoreSimulator.SimRuntime.iOS-";
  private static final String TYPE = "com.apple.CoreSimulator.SimDeviceType.";

  /** What is launched is launched anew in any case. */
  private static final String RESTART = "--terminate-running-process";

  private final Mac mac;

  Simctl(Mac mac) {
    this.mac = mac;
  }

  Said answer(List<String> all, Map<String, String> variables, String input) {
    List<String> words = all.stream().filter(word -> !word.equals(RESTART)).toList();
    return switch (words.get(0)) {
      case "list" -> list(words);
      case "create" -> create(words);
      default -> ofOne(words, variables, input);
    };
  }

  private Said list(List<String> words) {
    if (words.contains("booted")) {
      StringBuilder text = new StringBuilder("== Devices ==\n");
      mac.running()
          .forEach(one -> text.append("    %s (%s) (Booted) \n".formatted(one.name(), one.udid())));
      return Said.of(text.toString());
    } else if (!words.contains("-j") && !words.contains("--json")) {
      return Said.UNKNOWN;
    }
    boolean all = words.size() == 2;
    ObjectNode json = NODES.objectNode();
    if (all || words.contains("devicetypes")) {
      json.set("devicetypes", types());
    }
    if (all || words.contains("runtimes")) {
      json.set("runtimes", runtimes());
    }
    if (all || words.contains("devices")) {
      json.set("devices", devices());
    }
    return Said.of(JSON.writeValueAsString(json));
  }

  private static ArrayNode types() {
    ArrayNode types = NODES.arrayNode();
    for (String name : List.of("iPhone 16", "iPhone 16 Plus")) {
      types
          .addObject()
          .put("name", name)
          .put("productFamily", "iPhone")
          .put("identifier", TYPE + name.replace(' ', '-'));
    }
    return types;
  }

  private ArrayNode runtimes() {
    ArrayNode runtimes = NODES.arrayNode();
    for (String version : versions()) {
      runtimes
          .addObject()
          .put("name", "iOS " + version)
          .put("version", version)
          .put("platform", "iOS")
          .put("identifier", RUNTIME + version.replace('.', '-'))
          .put("isAvailable", true);
    }
    return runtimes;
  }

  private TreeSet<String> versions() {
    TreeSet<String> versions = new TreeSet<>(List.of("18.2"));
    mac.simulators().forEach(one -> versions.add(one.version()));
    return versions;
  }

  private ObjectNode devices() {
    Map<String, ArrayNode> byRuntime = new LinkedHashMap<>();
    for (String version : versions()) {
      byRuntime.put(RUNTIME + version.replace('.', '-'), NODES.arrayNode());
    }
    for (Simulator one : mac.simulators()) {
      byRuntime
          .getOrDefault(RUNTIME + one.version().replace('.', '-'), NODES.arrayNode())
          .addObject()
          .put("udid", one.udid())
          .put("name", one.name())
          .put("state", one.isBooted() ? "Booted" : "Shutdown")
          .put("isAvailable", true)
          .put("deviceTypeIdentifier", TYPE + one.type().replace(' ', '-'))
          .put("dataPath", one.data().toString())
          .put("logPath", one.data().resolveSibling("log").toString());
    }
    ObjectNode devices = NODES.objectNode();
    byRuntime.forEach(devices::set);
    return devices;
  }

  /** {@code create NAME TYPE RUNTIME}. */
  private Said create(List<String> words) {
    String version = words.get(3).replaceFirst("^.*iOS-", "").replace('-', '.');
    if (!versions().contains(version)) {
      return Said.failing(1, "Invalid runtime: " + words.get(3));
    }
    Simulator made = mac.simulator(words.get(1), version);
    return Said.of(made.udid() + "\n");
  }

  private Said ofOne(List<String> words, Map<String, String> variables, String input) {
    Optional<Simulator> found =
        words.size() < 2
            ? Optional.empty()
            : mac.simulators().stream().filter(one -> one.udid().equals(words.get(1))).findFirst();
    if (found.isEmpty()) {
      return words.size() < 2 ? Said.UNKNOWN : Said.failing(164, "Invalid device: " + words.get(1));
    }
    Simulator one = found.get();
    List<String> rest = words.subList(2, words.size());
    switch (words.get(0)) {
      case "boot":
        one.boot();
        return Said.of("");
      case "bootstatus":
        if (rest.contains("-b")) {
          one.boot();
        }
        return one.isBooted()
            ? Said.of("Monitoring boot status.\nDevice already booted.\n")
            : away();
      case "shutdown":
        one.shutdown();
        return Said.of("");
      case "delete":
        mac.delete(one);
        return Said.of("");
      default:
        return one.isBooted() ? ofBooted(words.get(0), one, rest, variables, input) : away();
    }
  }

  /** The driver asks for a dummy to see whether anybody answers. */
  private static Said variable(Simulator one, String name) {
    return switch (name) {
      case "HOME" -> Said.of(one.data() + "\n");
      case "dummy" -> Said.of("");
      case "IPHONE_SIMULATOR_ROOT" -> Said.of(one.data().resolveSibling("root") + "\n");
      default -> Said.UNKNOWN;
    };
  }

  private static Said away() {
    return Said.failing(
        149, "Unable to lookup in current state: Shutdown. Current state: Shutdown");
  }

  private Said ofBooted(
      String command,
      Simulator one,
      List<String> rest,
      Map<String, String> variables,
      String input) {
    return switch (command) {
      case "getenv" -> variable(one, rest.get(0));
      case "install" -> one.install(Path.of(rest.get(0)));
      case "uninstall" -> one.uninstall(rest.get(0));
      case "appinfo" ->
          one.isInstalled(rest.get(0))
              ? Said.of("{ CFBundleIdentifier = \"%s\"; }\n".formatted(rest.get(0)))
              : Said.of("null\n");
      case "get_app_container" -> one.container(rest);
      case "launch" -> one.launch(rest, variables);
      case "terminate" -> one.terminate(rest.get(0));
      case "spawn" -> one.spawn(rest);
      case "keychain" -> one.keychain(rest, input);
      case "ui" -> one.ui(rest);
      case "privacy" -> one.privacy(rest);
      case "push" -> one.push(rest);
      case "listapps" -> one.apps();
      default -> Said.UNKNOWN;
    };
  }
}
