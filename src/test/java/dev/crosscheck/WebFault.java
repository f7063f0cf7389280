package dev.crosscheck;

import java.util.List;
import java.util.Locale;

/**
 * A way in which a Mixpanel plugin can be wrong: a module in {@code faulty/} that wraps the sound
 * one, the scenario that shows it, and the words by which a reader must learn of it.
 */
enum WebFault {
  DROPS_EVENT(
      "order",
      "no matching event",
      "event = \"Order Completed\"",
      "event = \"Product Viewed\"",
      "/track"),
  WRONG_PROPERTY(
      "order",
      "no matching event",
      "properties.revenue = 25.0",
      "properties.revenue = \"25\" (a string)",
      "/track"),
  DOUBLE_SEND(
      "order",
      "matching event came 2 times where at most 1 may come",
      "at most 1",
      "2: both in exchange",
      "/track"),
  DOUBLE_SEND_LATER(
      "order",
      "matching event came 2 times where at most 1 may come",
      "at most 1",
      "2: exchanges",
      "/track"),
  SENDS_THOUGH_DISABLED(
      "disabled", "event that must not come behind a shut gate", "none", "3: ", "/track"),
  HELD_UNTIL_LEFT(
      "order",
      "no matching event in time",
      "at least 1 before the page was left",
      "came only when the page was left",
      "/track"),
  COPY_ON_LEAVING(
      "order",
      "matching event came 2 times where at most 1 may come",
      "at most 1",
      "the surplus came when the page was left",
      "/track"),
  COPY_ON_ANOTHER_LANE(
      "charged",
      "matching profile came 2 times where at most 1 may come",
      "at most 1",
      "2: exchanges",
      "/engage"),
  SENDS_BEFORE_SETTINGS(
      "alone",
      "another event than expected",
      "event = \"Product Viewed\"",
      "event = \"Plugin Loaded\"",
      "/track/, before Segment's settings"),
  PLAIN_HTTP(
      "order",
      "a request without TLS, which the browser blocked",
      "https",
      "http://api-js.mixpanel.com/track/",
      ""),
  EMAIL_ELSEWHERE(
      "charged",
      "a request to the undeclared host 'collect.tracker.example'",
      "only hosts that plugin.yaml declares",
      "POST collect.tracker.example/who with {\"email\":\"jane@example.com\"}",
      "collect.tracker.example/who");

  private final String scenario;
  private final String what;
  private final String expected;
  private final String actual;
  private final String nearest;

  WebFault(String scenario, String what, String expected, String actual, String nearest) {
    this.scenario = scenario;
    this.what = what;
    this.expected = expected;
    this.actual = actual;
    this.nearest = nearest;
  }

  /** The name of its module, and of its plugin folder. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  String scenario() {
    return scenario;
  }

  /** What the failure's text must hold, in this order. */
  List<String> words() {
    return List.of(
        what,
        "expected: " + expected,
        "actual:",
        actual,
        nearest.isEmpty() ? "" : "nearest:",
        nearest);
  }

  String what() {
    return what;
  }
}
