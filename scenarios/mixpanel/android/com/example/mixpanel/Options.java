package com.example.mixpanel;

import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * What a customer can set in Segment; what is left out is off or empty unless said otherwise.
 *
 * @param token empty: Mixpanel is not set up
 * @param people keep user profiles
 * @param setAllTraitsByDefault on by default; else only superProperties and peopleProperties
 * @param superProperties go with every later event
 * @param eventIncrements events that are counted on the profile
 * @param propIncrements properties that are summed up on the profile
 * @param groupIdentifierTraits Mixpanel's group keys
 * @param consolidatedPageCalls on by default: one event for all screens, else the next three, first
 *     match wins
 */
record Options(
    String token,
    boolean people,
    boolean setAllTraitsByDefault,
    List<String> superProperties,
    List<String> peopleProperties,
    List<String> eventIncrements,
    List<String> propIncrements,
    List<String> groupIdentifierTraits,
    boolean consolidatedPageCalls,
    boolean trackAllPages,
    boolean trackCategorizedPages,
    boolean trackNamedPages,
    boolean enableEuropeanUnionEndpoint) {

  static Options of(JSONObject settings) {
    return new Options(
        settings.isNull("token") ? "" : settings.optString("token"),
        settings.optBoolean("people"),
        settings.optBoolean("setAllTraitsByDefault", true),
        texts(settings, "superProperties"),
        texts(settings, "peopleProperties"),
        texts(settings, "eventIncrements"),
        texts(settings, "propIncrements"),
        texts(settings, "groupIdentifierTraits"),
        settings.optBoolean("consolidatedPageCalls", true),
        settings.optBoolean("trackAllPages"),
        settings.optBoolean("trackCategorizedPages"),
        settings.optBoolean("trackNamedPages"),
        settings.optBoolean("enableEuropeanUnionEndpoint"));
  }

  private static List<String> texts(JSONObject settings, String name) {
    JSONArray array = settings.optJSONArray(name);
    List<String> texts = new ArrayList<>();
    for (int i = 0; array != null && i < array.length(); i++) {
      texts.add(array.optString(i));
    }
    return texts;
  }

  /** The traits that are chosen by these names, Segment's or Mixpanel's, or by default all. */
  JSONObject chosen(JSONObject traits, List<String> names) {
    List<String> aliases = names.stream().map(Traits::alias).toList();
    return Json.select(traits, (name, value) -> setAllTraitsByDefault || aliases.contains(name));
  }
}
