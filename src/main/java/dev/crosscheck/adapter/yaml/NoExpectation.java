package dev.crosscheck.adapter.yaml;

import java.util.List;

/**
 * The rule {@code NoExpectation}: a scenario says what must come of it, at the end or on the way.
 */
final class NoExpectation {
  private NoExpectation() {}

  static void check(Fields scenario) {
    boolean onTheWay =
        scenario.get("steps").filter(Cursor::isList).map(Cursor::items).orElse(List.of()).stream()
            .filter(Cursor::isMap)
            .anyMatch(step -> step.entries().stream().anyMatch(e -> e.key().equals("expect")));
    if (!scenario.has("expect") && !scenario.has("rows") && !onTheWay) {
      scenario
          .map()
          .error(
              Rule.NO_EXPECTATION,
              "this scenario expects nothing",
              "add 'expect:' with what must reach the partner");
    }
  }
}
