package com.example.mixpanel;

import java.util.Date;
import java.util.Map;
import org.json.JSONObject;

/** A user's traits under the names that Mixpanel has for them. */
final class Traits {
  static final Map<String, String> ALIASES =
      Map.of(
          "avatar", "$avatar",
          "createdAt", "$created",
          "created", "$created",
          "email", "$email",
          "firstName", "$first_name",
          "lastName", "$last_name",
          "lastSeen", "$last_seen",
          "name", "$name",
          "phone", "$phone",
          "username", "$username");

  private static final long FIRST_MILLISECONDS = 100_000_000_000L;

  private Traits() {}

  static String alias(String name) {
    return ALIASES.getOrDefault(name, name);
  }

  static JSONObject ofMixpanel(JSONObject given) {
    JSONObject traits = new JSONObject();
    Json.each(
        Json.clean(given),
        (name, value) -> {
          String alias = alias(name);
          Json.put(traits, alias, alias.equals("$created") ? creation(value) : value);
        });
    return traits;
  }

  /** Segment allows seconds and milliseconds since 1970 for the time when a user was created. */
  private static Object creation(Object value) {
    if (!(value instanceof Number number)) {
      return value;
    }
    boolean seconds = number.doubleValue() < FIRST_MILLISECONDS;
    return Json.iso(new Date((long) (number.doubleValue() * (seconds ? 1000 : 1))));
  }
}
