package dev.crosscheck;

import dev.crosscheck.scenario.Sdk;

/** Flaws of plugins for Android; each is a class in {@code flawed/android}. */
enum AndroidFlaw implements Flaw {
  UPPER_CASES_NAMES("Flaws$UpperCasesNames", "the names of events are sent in capitals"),
  APP_ROUNDS_REVENUE("Flaws$RoundsRevenue", "the revenue is rounded to a whole number"),
  FLATTENS_MAPS("Flaws$FlattensMaps", "a map among the properties is sent as Java's text of it"),
  LOSES_PRODUCTS("Flaws$LosesProducts", "lists among the properties are not sent"),
  ASCII_ONLY("Flaws$AsciiOnly", "what ASCII lacks is sent as replacement characters"),
  SINGLE_PRECISION("Flaws$SinglePrecision", "numbers are sent in single precision"),
  CRASHES_WITHOUT_USER_ID(
      "Flaws$CrashesWithoutUserId", "the traits of an unknown user make the app crash"),
  APP_SWALLOWS_SCREEN("Flaws$SwallowsScreen", "screen is not sent"),
  SWALLOWS_ALIASES("Flaws$SwallowsAliases", "alias is not sent"),
  SCREEN_BY_ITSELF(
      "Flaws$ScreenByItself", "a screen of the plugin's own is sent beside that of screen"),
  DROPS_THE_TRAITS("Flaws$DropsTheTraits", "identify says who a user is, and none of the traits"),
  LOSES_EARLY_EVENTS(
      "Flaws$LosesEarlyEvents", "events tracked before Segment's settings are there are lost"),
  LOST_WITH_THE_PROCESS(
      "Flaws$LostWithTheProcess", "calls wait in memory, and are lost when the process ends"),
  IGNORES_THE_BACKGROUND(
      "Flaws$IgnoresTheBackground", "nothing is sent when the app goes to the background"),
  CRASHES_ON_LINKS(
      "Flaws$CrashesOnLinks", "a deep link without a certain parameter makes the app crash"),
  CRASHES_WITHOUT_NETWORK(
      "Flaws$CrashesWithoutNetwork", "an event tracked while offline makes the app crash"),
  APP_NEW_VISITOR_EACH_EVENT(
      "Flaws$NewVisitorEachEvent", "an anonymous visitor gets another id with every event"),
  APP_KEEPS_THE_FIRST_USER(
      "Flaws$KeepsTheFirstUser", "every later user is said to be the first one"),
  APP_STARTS_WITHOUT_KEY(
      "Flaws$StartsWithoutKey", "without a write key it sends under a token of its own"),
  TOKEN_IN_THE_SOURCE(
      "Flaws$TokenInTheSource", "the write key stands in the source, and the setting is ignored"),
  KEY_ELSEWHERE(
      "Flaws$KeyElsewhere", "the write key is told to a host that plugin.yaml does not name"),
  KOTLIN_SWALLOWS_REFUNDS(
      "KotlinFlaws$SwallowsRefunds", "one event of the Spec, Order Refunded, is not sent"),
  KOTLIN_SWALLOWS_DEEP_LINKS(
      "KotlinFlaws$SwallowsDeepLinks", "one event of the Spec, Deep Link Opened, is not sent"),
  KOTLIN_NULL_AS_TEXT("KotlinFlaws$NullAsText", "null is sent as the text \"null\""),
  KOTLIN_THROWS_ON_NULL(
      "KotlinFlaws$ThrowsOnNull",
      "a property that is null makes the plugin throw, and loses the event"),
  KOTLIN_LOSES_ORDER_ID("KotlinFlaws$LosesOrderId", "the order id is not sent"),
  KOTLIN_NUMBERS_AS_TEXT("KotlinFlaws$NumbersAsText", "numbers are sent as text"),
  KOTLIN_CUTS_TEXTS("KotlinFlaws$CutsTexts", "texts are cut after 100 characters"),
  KOTLIN_SWALLOWS_GROUP("KotlinFlaws$SwallowsGroup", "group is not sent"),
  KOTLIN_KEEPS_THE_USER(
      "KotlinFlaws$KeepsTheUser", "after a reset events still carry the last user's id"),
  KOTLIN_LOST_OFFLINE("KotlinFlaws$LostOffline", "what is tracked while offline is lost"),
  KOTLIN_IGNORES_INTEGRATIONS(
      "KotlinFlaws$IgnoresIntegrations", "events are sent though integrations keep them from it"),
  KOTLIN_TRAITS_ELSEWHERE(
      "KotlinFlaws$TraitsElsewhere", "a trait is told to a host that plugin.yaml does not name");

  private final String factory;
  private final String sentence;

  AndroidFlaw(String factory, String sentence) {
    this.factory = factory;
    this.sentence = sentence;
  }

  Sdk sdk() {
    return factory.startsWith("Kotlin") ? Sdk.ANALYTICS_KOTLIN : Sdk.ANALYTICS_ANDROID;
  }

  String factory() {
    return "com.example.faulty." + factory;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
