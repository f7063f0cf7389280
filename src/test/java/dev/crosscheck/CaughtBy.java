package dev.crosscheck;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The row of the suite for every plugin that must catch a flaw.
 *
 * @param scenario its name in {@code scenarios/conformance/}
 */
record CaughtBy(String scenario, String row) {
  private static final Map<Flaw, CaughtBy> ALL = new LinkedHashMap<>();

  static {
    web();
    android();
  }

  private static void web() {
    ofMixpanel();
    ofOthers();
  }

  private static void ofOthers() {
    flaw(WebFlaw.DOUBLES_ADDITIONS, "events", "Product Added");
    flaw(WebFlaw.REVENUE_AS_TEXT, "events", "Order Completed");
    flaw(WebFlaw.REVENUE_IN_CENTS, "events", "Order Completed");
    flaw(WebFlaw.LOSES_ORDER_ID, "events", "Order Completed");
    flaw(WebFlaw.RAW_EMAIL, "calls", "identify");
    flaw(WebFlaw.CUTS_TEXTS, "values", "a long text");
    flaw(WebFlaw.UTF_8_AS_LATIN_1, "values", "letters of every script");
    flaw(WebFlaw.DROPS_WHAT_IS_FALSY, "values", "zero, false and fractions");
    flaw(WebFlaw.LOSES_THE_SIGN, "values", "negative numbers");
    flaw(WebFlaw.REPLAYS_BACKWARDS, "before-ready", "early calls arrive in their order");
    flaw(WebFlaw.WRAPS_TRACK, "per-call", "a call that excludes the plugin does not reach it");
    flaw(
        WebFlaw.LISTENS_PAST_FILTERS,
        "filters",
        "what a destination filter drops reaches all but it");
    flaw(
        WebFlaw.READS_STORED_TRAITS,
        "filters",
        "what a destination filter takes of a user does not arrive, the rest does");
    flaw(WebFlaw.STARTS_WITHOUT_KEY, "without-key", "nothing is sent without the write key");
    flaw(WebFlaw.KEEPS_THE_FIRST_USER, "user-switch", "events go with the user who made them");
    flaw(WebFlaw.BOOTS_TWICE, "good-citizen", "it starts once, and asks nothing twice");
    flaw(
        WebFlaw.KEEPS_THE_EMAIL,
        "user-switch",
        "after a reset nobody's events are not the last user's");
    flaw(WebFlaw.WAITS_FOR_THE_PARTNER, "network", "a slow partner holds nothing up");
    flaw(WebFlaw.TRAITS_IN_AN_ADDRESS, "good-citizen", "data goes to declared hosts alone");
    flaw(WebFlaw.WITHOUT_TLS, "good-citizen", "everything travels over TLS");
  }

  private static void ofMixpanel() {
    flaw(WebFlaw.LOWER_CASES_NAMES, "calls", "track");
    flaw(WebFlaw.SWALLOWS_REFUNDS, "events", "Order Refunded");
    flaw(WebFlaw.ROUNDS_REVENUE, "events", "Order Completed");
    flaw(WebFlaw.FIRST_PRODUCT_ONLY, "values", "lists");
    flaw(WebFlaw.FLATTENS_OBJECTS, "values", "maps within maps");
    flaw(WebFlaw.QUESTION_MARKS, "values", "letters of every script");
    flaw(WebFlaw.LOSES_EMOJI, "values", "emoji");
    flaw(WebFlaw.NULL_AS_TEXT, "values", "null is no text");
    flaw(WebFlaw.LOSES_DIGITS, "values", "big numbers");
    flaw(WebFlaw.DATES_AT_MIDNIGHT, "values", "dates");
    flaw(WebFlaw.DROPS_TRAITS, "calls", "identify");
    flaw(WebFlaw.SWALLOWS_GROUP, "calls", "group");
    flaw(WebFlaw.SWALLOWS_PAGE, "calls", "page");
    flaw(WebFlaw.SWALLOWS_SCREEN, "calls", "screen");
    flaw(WebFlaw.SWALLOWS_ALIAS, "alias", "alias");
    flaw(WebFlaw.LOSES_EARLY_CALLS, "before-ready", "early calls arrive in their order");
    flaw(
        WebFlaw.LISTENS_TO_THE_EMITTER,
        "per-call",
        "a call that excludes the plugin does not reach it");
    flaw(
        WebFlaw.SENDS_THE_CALL_AS_MADE,
        "middleware",
        "what a source middleware changes arrives as changed");
    flaw(WebFlaw.SILENT_WHEN_CHOSEN, "all-false-but-this", "what is chosen by name is sent");
    flaw(WebFlaw.KEY_IN_THE_SOURCE, "setting", "a changed write key is the one that is sent");
    flaw(WebFlaw.KEEPS_THE_USER, "user-switch", "events go with the user who made them");
    flaw(
        WebFlaw.LOST_OFFLINE, "offline", "what is tracked offline arrives once, when online again");
    flaw(
        WebFlaw.TWICE_AFTER_OFFLINE,
        "offline",
        "what is tracked offline arrives once, when online again");
    flaw(
        WebFlaw.NEVER_TRIES_AGAIN,
        "offline",
        "what is tracked offline arrives once, when online again");
    flaw(
        WebFlaw.TRIES_WITHOUT_PAUSE,
        "network",
        "errors of the partner's are not tried without end");
    flaw(WebFlaw.NEW_VISITOR_EACH_EVENT, "visitor", "every event of a visitor goes with one id");
    flaw(WebFlaw.NEW_VISITOR_EACH_PAGE, "visitor", "a visitor is the same on the next page");
    flaw(
        WebFlaw.HOLDS_EVERYTHING_BACK,
        "late-partner",
        "events reach Segment while the partner answers nothing");
    flaw(
        WebFlaw.LOADS_AS_AN_ENRICHMENT,
        "late-partner",
        "events reach Segment while the partner answers nothing");
    flaw(
        WebFlaw.BLOCKS_THE_PAGE,
        "late-partner",
        "events reach Segment while the partner answers nothing");
    flaw(
        WebFlaw.MIDDLEWARE_FOR_ALL,
        "good-citizen",
        "other destinations get the events as they were given");
    flaw(WebFlaw.REJECTS_UNHEARD, "network", "nothing is thrown that nobody catches");
    flaw(
        WebFlaw.CHANGES_SHARED_EVENTS,
        "good-citizen",
        "other destinations get the events as they were given");
    flaw(WebFlaw.WRITE_KEY_ELSEWHERE, "good-citizen", "data goes to declared hosts alone");
    flaw(WebFlaw.REPLACES_FETCH, "good-citizen", "what belongs to the page is left as it is");
    flaw(WebFlaw.EXTENDS_ARRAYS, "good-citizen", "what belongs to the page is left as it is");
  }

  private static void android() {
    flaw(AndroidFlaw.UPPER_CASES_NAMES, "calls", "track");
    flaw(AndroidFlaw.APP_ROUNDS_REVENUE, "events", "Order Completed");
    flaw(AndroidFlaw.FLATTENS_MAPS, "values", "maps within maps");
    flaw(AndroidFlaw.LOSES_PRODUCTS, "values", "lists");
    flaw(AndroidFlaw.ASCII_ONLY, "values", "letters of every script");
    flaw(AndroidFlaw.SINGLE_PRECISION, "values", "big numbers");
    flaw(
        AndroidFlaw.CRASHES_WITHOUT_USER_ID,
        "calls",
        "traits of a visitor without an id break nothing");
    flaw(
        AndroidFlaw.APP_NEW_VISITOR_EACH_EVENT,
        "visitor",
        "every event of a visitor goes with one id");
    flaw(AndroidFlaw.APP_SWALLOWS_SCREEN, "calls", "screen");
    flaw(AndroidFlaw.SWALLOWS_ALIASES, "alias", "alias");
    flaw(AndroidFlaw.DROPS_THE_TRAITS, "calls", "identify");
    flaw(AndroidFlaw.LOSES_EARLY_EVENTS, "before-ready", "early calls arrive in their order");
    flaw(
        AndroidFlaw.LOST_WITH_THE_PROCESS,
        "lifecycle",
        "what is tracked before the process ends arrives");
    flaw(
        AndroidFlaw.IGNORES_THE_BACKGROUND,
        "lifecycle",
        "what is tracked before the app goes to the background arrives");
    flaw(AndroidFlaw.CRASHES_ON_LINKS, "lifecycle", "a deep link breaks nothing");
    flaw(
        AndroidFlaw.CRASHES_WITHOUT_NETWORK,
        "offline",
        "what is tracked offline arrives once, when online again");
    flaw(
        AndroidFlaw.APP_KEEPS_THE_FIRST_USER,
        "user-switch",
        "events go with the user who made them");
    flaw(
        AndroidFlaw.APP_STARTS_WITHOUT_KEY, "without-key", "nothing is sent without the write key");
    flaw(AndroidFlaw.TOKEN_IN_THE_SOURCE, "setting", "a changed write key is the one that is sent");
    flaw(AndroidFlaw.KEY_ELSEWHERE, "good-citizen", "data goes to declared hosts alone");
    flaw(AndroidFlaw.KOTLIN_SWALLOWS_REFUNDS, "events", "Order Refunded");
    flaw(AndroidFlaw.KOTLIN_SWALLOWS_DEEP_LINKS, "events", "Deep Link Opened");
    flaw(AndroidFlaw.KOTLIN_NULL_AS_TEXT, "values", "null is no text");
    flaw(AndroidFlaw.KOTLIN_THROWS_ON_NULL, "values", "null is no text");
    flaw(AndroidFlaw.KOTLIN_LOSES_ORDER_ID, "events", "Order Completed");
    flaw(AndroidFlaw.KOTLIN_NUMBERS_AS_TEXT, "events", "Order Completed");
    flaw(AndroidFlaw.KOTLIN_CUTS_TEXTS, "values", "a long text");
    flaw(AndroidFlaw.KOTLIN_SWALLOWS_GROUP, "calls", "group");
    flaw(AndroidFlaw.KOTLIN_KEEPS_THE_USER, "user-switch", "events go with the user who made them");
    flaw(
        AndroidFlaw.KOTLIN_LOST_OFFLINE,
        "offline",
        "what is tracked offline arrives once, when online again");
    flaw(
        AndroidFlaw.KOTLIN_IGNORES_INTEGRATIONS,
        "per-call",
        "a call that excludes the plugin does not reach it");
    flaw(AndroidFlaw.KOTLIN_TRAITS_ELSEWHERE, "good-citizen", "data goes to declared hosts alone");
  }

  private static void flaw(Flaw flaw, String scenario, String row) {
    ALL.put(flaw, new CaughtBy(scenario, row));
  }

  static Optional<CaughtBy> of(Flaw flaw) {
    return Optional.ofNullable(ALL.get(flaw));
  }

  static List<Flaw> flaws() {
    return new ArrayList<>(ALL.keySet());
  }

  static <F extends Flaw> List<F> flaws(Class<F> kind) {
    return ALL.keySet().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Which scenarios each variant is run in, by its id; the sound ones in all that are named. */
  static Map<String, Set<String>> scenarios(Class<? extends Flaw> kind, Set<String> sound) {
    Map<String, Set<String>> names = new LinkedHashMap<>();
    Set<String> all = new LinkedHashSet<>();
    for (Flaw flaw : flaws(kind)) {
      String scenario = ALL.get(flaw).scenario();
      names.put(flaw.id(), Set.of(scenario));
      all.add(scenario);
    }
    sound.forEach(id -> names.put(id, all));
    return names;
  }
}
