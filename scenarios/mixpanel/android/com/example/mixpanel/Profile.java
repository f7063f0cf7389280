package com.example.mixpanel;

import com.mixpanel.android.mpmetrics.MixpanelAPI.People;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/** What Mixpanel keeps of a user, if the customer wants profiles. */
final class Profile {
  private final Options options;
  private final People people;

  Profile(Options options, People people) {
    this.options = options;
    this.people = people;
  }

  /**
   * @param traits under Mixpanel's names
   */
  void describe(JSONObject traits) {
    if (!options.people()) {
      return;
    }
    List<String> names = new ArrayList<>(Traits.ALIASES.keySet());
    names.addAll(options.peopleProperties());
    JSONObject chosen = options.chosen(traits, names);
    JSONObject values = Json.select(chosen, (name, value) -> !(value instanceof JSONArray));
    if (values.length() > 0) {
      people.set(values);
    }
    Json.each(
        chosen,
        (name, value) -> {
          if (value instanceof JSONArray list) {
            people.union(name, list);
          }
        });
  }

  /** Counts the event, sums up its properties and charges its revenue, as the customer chose. */
  void count(String event, JSONObject properties) {
    if (!options.people()) {
      return;
    }
    if (isIn(options.eventIncrements(), event)) {
      people.increment(event, 1);
      people.set("Last " + event, Json.iso(new Date()));
    }
    Map<String, Number> sums = new HashMap<>();
    Json.each(
        properties,
        (name, value) -> {
          if (isIn(options.propIncrements(), name) && value instanceof Number number) {
            sums.put(name, number);
          }
        });
    if (!sums.isEmpty()) {
      people.increment(sums);
    }
    if (properties.opt("revenue") instanceof Number revenue) {
      people.trackCharge(revenue.doubleValue(), null);
    }
  }

  private static boolean isIn(List<String> names, String name) {
    return names.stream().anyMatch(name::equalsIgnoreCase);
  }
}
