package dev.crosscheck;

import dev.crosscheck.scenario.Sdk;
import java.util.List;
import java.util.Locale;

/**
 * A way in which a Mixpanel plugin for Android can be wrong: a class in {@code faulty/android}
 * before the sound one, the scenario that shows it, and the words by which a reader must learn of
 * it.
 */
enum AndroidFault {
  DROPS_EVENT(
      "Faults$DropsEvent",
      "order",
      "no matching event",
      "expected: event = \"Order Completed\"",
      "actual:   event = ",
      "/track/"),
  WRONG_PROPERTY(
      "Faults$WrongProperty",
      "order",
      "no matching event",
      "properties.revenue = 25.0",
      "properties.revenue = \"25\" (a string)"),
  DOUBLE_SEND(
      "Faults$DoubleSend",
      "order",
      "matching event came 2 times where at most 1 may come",
      "expected: at most 1",
      "2: both in exchange"),
  COPY_ON_LEAVING(
      "Faults$CopyOnLeaving",
      "order",
      "matching event came 2 times where at most 1 may come",
      "expected: at most 1"),
  COPY_ON_TURNING(
      "Faults$CopyOnTurning",
      "app-rotate",
      "matching event came 2 times where at most 1 may come",
      "expected: at most 1"),
  NEVER_FLUSHES(
      "Faults$NeverFlushes",
      "order",
      "no matching event",
      "expected: at least 1",
      "actual:   none came"),
  KEEPS_THE_USER(
      "Faults$KeepsTheUser",
      "reset",
      "no matching event",
      "actual:   properties.distinct_id = \"u-42\""),
  BLOCKS_THE_APP(
      "Faults$BlocksTheApp",
      "charged",
      "'identify u-42' was not acknowledged in time",
      "the app's main thread is busy in com.example.faulty",
      "without the plugin it is"),
  CRASHES_THE_APP(
      "Faults$CrashesTheApp",
      "order",
      "",
      "the app crashed: java.lang.IllegalStateException: no revenue in "),
  SENDS_THOUGH_DISABLED(
      "Faults$SendsThoughDisabled",
      "app-disabled",
      "event that must not come behind a shut gate",
      "expected: none"),
  EMAIL_ELSEWHERE(
      "Faults$EmailElsewhere",
      "charged",
      "a request to the undeclared host 'collect.tracker.example'",
      "expected: only hosts that plugin.yaml declares",
      "POST collect.tracker.example/who with {\"email\":\"jane@example.com\"}"),
  PLAIN_HTTP(
      "Faults$PlainHttp",
      "order",
      "a request without TLS",
      "expected: https",
      "http://api.mixpanel.com/track/"),
  KOTLIN_DOUBLE_SEND(
      "KotlinDoubleSend",
      "order",
      "matching event came 2 times where at most 1 may come",
      "expected: at most 1"),
  KOTLIN_DROPS_USER(
      "KotlinDropsUser",
      "charged",
      "no matching profile",
      "expected: at least 1",
      "actual:   none came");

  private final String factory;
  private final String scenario;
  private final String what;
  private final List<String> words;

  AndroidFault(String factory, String scenario, String what, String... words) {
    this.factory = factory;
    this.scenario = scenario;
    this.what = what;
    this.words = List.of(words);
  }

  /** The name of its plugin folder. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  Sdk sdk() {
    return factory.startsWith("Kotlin") ? Sdk.ANALYTICS_KOTLIN : Sdk.ANALYTICS_ANDROID;
  }

  String factory() {
    return "com.example.faulty." + factory;
  }

  String scenario() {
    return scenario;
  }

  /** How the reason begins. */
  String what() {
    return what;
  }

  /** What the failure's text must hold, in this order. */
  List<String> words() {
    return words;
  }
}
