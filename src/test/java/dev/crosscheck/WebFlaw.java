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
  LISTENS_PAST_FILTERS(
      SoundWeb.BEACON, "what analytics.js emits is sent, whatever filters Segment has for it"),
  READS_STORED_TRAITS(
      SoundWeb.BEACON,
      "of a user the traits that analytics.js keeps are sent, not those of the event"),
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
      SoundWeb.MIXPANEL, "the write key stands in the source, and the setting is ignored"),
  FORGETS_WHO(SoundWeb.BEACON, "events of a known user are sent without the user's id"),
  NEW_VISITOR_EACH_EVENT(
      SoundWeb.MIXPANEL, "an anonymous visitor gets another id with every event"),
  NEW_VISITOR_EACH_PAGE(SoundWeb.MIXPANEL, "an anonymous visitor gets another id on every page"),
  KEEPS_THE_FIRST_USER(SoundWeb.REEL, "every later user is said to be the first one"),
  KEEPS_THE_USER(SoundWeb.MIXPANEL, "after a reset events still carry the last user's id"),
  KEEPS_THE_EMAIL(
      SoundWeb.ADPIXEL,
      "after a reset events still carry the hash of the last user's email address"),
  LOST_OFFLINE(SoundWeb.MIXPANEL, "what is tracked while the browser is offline is lost"),
  TWICE_AFTER_OFFLINE(SoundWeb.MIXPANEL, "what was tracked offline is sent twice"),
  NEVER_TRIES_AGAIN(SoundWeb.MIXPANEL, "an event that was not answered well is not sent again"),
  TRIES_WITHOUT_PAUSE(
      SoundWeb.MIXPANEL,
      "an event that was not answered well is sent again every 50 ms, without end"),
  REJECTS_UNHEARD(
      SoundWeb.MIXPANEL,
      "a bad answer of the partner's becomes an unhandled rejection on the page"),
  THROWS_WITHOUT_ITS_SCRIPT(
      SoundWeb.REEL, "without the partner's script an uncaught error comes to the page"),
  WAITS_FOR_THE_PARTNER(
      SoundWeb.ADPIXEL, "while the partner is slow, what the page tracks is never done"),
  REPLACES_FETCH(SoundWeb.MIXPANEL, "the page's fetch is replaced by the plugin's own function"),
  EXTENDS_ARRAYS(
      SoundWeb.MIXPANEL, "every list of the page gets a method that a loop over its keys finds"),
  CHANGES_SHARED_EVENTS(
      SoundWeb.MIXPANEL, "other destinations get numbers as text, for the event itself is changed"),
  MIDDLEWARE_FOR_ALL(
      SoundWeb.MIXPANEL, "texts of digits reach Segment and all destinations as numbers"),
  WRITE_KEY_ELSEWHERE(
      SoundWeb.MIXPANEL, "Segment's write key is told to a host that plugin.yaml does not name"),
  TRAITS_IN_AN_ADDRESS(SoundWeb.REEL, "a trait is told to a host that plugin.yaml does not name"),
  WITHOUT_TLS(SoundWeb.CHATTER, "the partner is asked something without TLS"),
  HOLDS_EVERYTHING_BACK(
      SoundWeb.MIXPANEL, "no event goes on to Segment before the partner's script is there"),
  LOADS_AS_AN_ENRICHMENT(
      SoundWeb.MIXPANEL,
      "analytics.js delivers nothing before the partner's script is there, for a second plugin loads it"),
  BLOCKS_THE_PAGE(SoundWeb.MIXPANEL, "at load the page stands still until the partner answers");

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
