package dev.crosscheck;

/** Flaws of plugins for the web; each is a module of its name in {@code flawed/web}. */
enum WebFlaw implements Flaw {
  LOWER_CASES_NAMES(SoundWeb.MIXPANEL, "the names of events are sent in small letters"),
  SWALLOWS_REFUNDS(SoundWeb.MIXPANEL, "one event of the Spec, Order Refunded, is not sent"),
  DOUBLES_ADDITIONS(SoundWeb.CHATTER, "one event of the Spec, Product Added, is sent twice"),
  ROUNDS_REVENUE(SoundWeb.MIXPANEL, "the revenue is rounded to a whole number"),
  REVENUE_AS_TEXT(SoundWeb.REEL, "the revenue is sent as text"),
  REVENUE_IN_CENTS(SoundWeb.ADPIXEL, "the revenue is sent in cents, and plugin.yaml is silent"),
  LOSES_ORDER_ID(SoundWeb.ADPIXEL, "the order id is not sent"),
  FIRST_PRODUCT_ONLY(SoundWeb.MIXPANEL, "of a list of products only the first is sent"),
  FLATTENS_OBJECTS(SoundWeb.MIXPANEL, "a map among the properties is sent as [object Object]"),
  CUTS_TEXTS(SoundWeb.REEL, "texts are cut after 200 characters"),
  QUESTION_MARKS(SoundWeb.MIXPANEL, "what Latin-1 lacks is sent as question marks"),
  UTF_8_AS_LATIN_1(SoundWeb.CHATTER, "the bytes of UTF-8 are sent as if they were Latin-1"),
  LOSES_EMOJI(SoundWeb.MIXPANEL, "emoji are left out of texts"),
  NULL_AS_TEXT(SoundWeb.MIXPANEL, "null is sent as the text \"null\""),
  DROPS_WHAT_IS_FALSY(SoundWeb.CHATTER, "properties that are 0, false or empty are not sent"),
  LOSES_DIGITS(SoundWeb.MIXPANEL, "of a number only nine digits are sent"),
  LOSES_THE_SIGN(SoundWeb.REEL, "negative numbers are sent as positive ones"),
  DATES_AT_MIDNIGHT(SoundWeb.MIXPANEL, "of a date the day is sent and not the time"),
  DROPS_TRAITS(SoundWeb.MIXPANEL, "identify says who a user is, and none of the traits"),
  SWALLOWS_GROUP(SoundWeb.MIXPANEL, "group is not sent"),
  SWALLOWS_PAGE(SoundWeb.MIXPANEL, "page is not sent"),
  SWALLOWS_SCREEN(SoundWeb.MIXPANEL, "screen is not sent"),
  SWALLOWS_ALIAS(SoundWeb.MIXPANEL, "alias is not sent"),
  PAGE_BY_ITSELF(SoundWeb.ADPIXEL, "a page view of the plugin's own is sent beside that of page"),
  RAW_EMAIL(SoundWeb.ADPIXEL, "an email address is sent where plugin.yaml says only its hash is"),
  LOSES_EARLY_CALLS(SoundWeb.MIXPANEL, "calls made before the partner's script is there are lost"),
  REPLAYS_BACKWARDS(
      SoundWeb.CHATTER, "calls made before the partner's script is there are sent last one first"),
  BOOTS_TWICE(SoundWeb.CHATTER, "the partner's script is started twice"),
  LISTENS_TO_THE_EMITTER(
      SoundWeb.MIXPANEL,
      "what analytics.js emits is tracked, whatever integrations and middleware say"),
  WRAPS_TRACK(
      SoundWeb.REEL,
      "analytics.track is wrapped, and what it is called with is sent past all gates"),
  SENDS_THE_CALL_AS_MADE(
      SoundWeb.MIXPANEL, "properties are sent as the page gave them, not as middleware left them"),
  SILENT_WHEN_CHOSEN(
      SoundWeb.MIXPANEL, "All: false is heeded though the plugin's own name is said to be true"),
  RECORDS_UNASKED(SoundWeb.REEL, "it records though All: false keeps every call from it"),
  STARTS_WITHOUT_KEY(SoundWeb.ADPIXEL, "without a write key it sends under an id of its own"),
  STARTS_THOUGH_DISABLED(SoundWeb.CHATTER, "switched off in Segment it starts all the same"),
  KEY_IN_THE_SOURCE(
      SoundWeb.MIXPANEL, "the write key stands in the source, and the setting is ignored");

  private final SoundWeb sound;
  private final String sentence;

  WebFlaw(SoundWeb sound, String sentence) {
    this.sound = sound;
    this.sentence = sentence;
  }

  /** The plugin that has no other fault. */
  SoundWeb sound() {
    return sound;
  }

  @Override
  public String sentence() {
    return sentence;
  }
}
