package dev.crosscheck.adapter.appium.pretended;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The emulator's command line, as far as it is known (developer.android.com/studio/run/emulator-
 * commandline).
 */
record EmulatorOptions(Set<String> switches, Map<String, String> values) {
  private static final Set<String> SWITCHES =
      Set.of(
          "-delay-adb",
          "-list-avds",
          "-no-audio",
          "-no-boot-anim",
          "-no-metrics",
          "-no-snapshot",
          "-no-snapshot-save",
          "-no-window",
          "-read-only",
          "-wipe-data",
          "-writable-system");
  private static final Set<String> WITH_VALUE =
      Set.of("-accel", "-avd", "-gpu", "-http-proxy", "-port", "-prop");

  /** Throws with the option that the emulator would not take. */
  static EmulatorOptions parse(List<String> arguments) throws NotKnown {
    Set<String> switches = new HashSet<>();
    Map<String, String> values = new HashMap<>();
    for (int at = 0; at < arguments.size(); at++) {
      String word = arguments.get(at);
      if (SWITCHES.contains(word)) {
        switches.add(word);
      } else if (WITH_VALUE.contains(word) && at + 1 < arguments.size()) {
        values.put(word, arguments.get(++at));
      } else {
        throw new NotKnown("the emulator's option '" + word + "'");
      }
    }
    return new EmulatorOptions(switches, values);
  }

  Optional<String> avd() {
    return Optional.ofNullable(values.get("-avd"));
  }

  Optional<Integer> port() {
    return Optional.ofNullable(values.get("-port")).map(Integer::valueOf);
  }

  boolean has(String option) {
    return switches.contains(option);
  }
}
