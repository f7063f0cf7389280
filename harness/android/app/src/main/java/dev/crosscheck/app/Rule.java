package dev.crosscheck.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * What the customer's own middleware does: {@code {"match": {"event": …}, "to": {…}, "for": "Acme",
 * "except": …}}. Without {@code to} it drops, without {@code for} it stands before all
 * destinations; an event that has a property or trait {@code except} passes as it is.
 */
final class Rule {
  /** Reads a field of an event, and whether one is among its properties or traits. */
  interface Event {
    /** Null where it has none. */
    String field(String name);

    boolean carries(String key);
  }

  private final JSONObject json;

  private Rule(JSONObject json) {
    this.json = json;
  }

  static List<Rule> all(JSONArray array) {
    List<Rule> all = new ArrayList<>();
    for (int i = 0; array != null && i < array.length(); i++) {
      all.add(new Rule(array.optJSONObject(i)));
    }
    return all;
  }

  /** Whether it stands before all destinations, and not before the plugin alone. */
  boolean isForAll() {
    return !json.has("for");
  }

  /** The destination before which it stands. */
  String destination() {
    return json.optString("for");
  }

  boolean drops() {
    return !json.has("to");
  }

  /** What is laid over a part of the event; null where that stays as it is. */
  JSONObject to(String part) {
    return json.optJSONObject("to").optJSONObject(part);
  }

  /** The event's new name; null where it keeps its own. */
  String toEvent() {
    return Json.text(json.optJSONObject("to"), "event");
  }

  boolean isFor(Event event) {
    JSONObject match = json.optJSONObject("match");
    for (Iterator<String> fields = match.keys(); fields.hasNext(); ) {
      String field = fields.next();
      if (!match.optString(field).equals(event.field(field))) {
        return false;
      }
    }
    return !event.carries(json.optString("except"));
  }
}
