package com.example.mixpanel;

import java.text.SimpleDateFormat;
import java.util.Collection;
import java.util.Date;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** JSON as Mixpanel's library takes it: org.json's objects, of which no number is infinite. */
final class Json {
  /** Mixpanel reads its own meaning into these. */
  private static final List<String> RESERVED =
      List.of("distinct_id", "ip", "mp_name_tag", "mp_note", "token");

  private Json() {}

  /** Java's own values, however deep; dates become ISO 8601, what JSON has no number for null. */
  static JSONObject of(Map<?, ?> map) {
    JSONObject object = new JSONObject();
    map.forEach((name, value) -> put(object, String.valueOf(name), value(value)));
    return object;
  }

  private static Object value(Object value) {
    if (value instanceof Date date) {
      return iso(date);
    } else if (value instanceof Map<?, ?> map) {
      return of(map);
    } else if (value instanceof Collection<?> list) {
      JSONArray array = new JSONArray();
      list.forEach(each -> array.put(value(each)));
      return array;
    } else if (value instanceof Number number && !Double.isFinite(number.doubleValue())) {
      return JSONObject.NULL;
    }
    Object wrapped = JSONObject.wrap(value);
    return wrapped == null ? value.toString() : wrapped;
  }

  /** {@code 2024-05-01T10:00:00.000Z}. */
  static String iso(Date date) {
    SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.US);
    format.setTimeZone(TimeZone.getTimeZone("UTC"));
    return format.format(date);
  }

  /** Without the names that Mixpanel reserves. */
  static JSONObject clean(JSONObject given) {
    return select(given, (name, value) -> !RESERVED.contains(name));
  }

  static JSONObject copy(JSONObject object) {
    return select(object, (name, value) -> true);
  }

  static JSONObject select(JSONObject from, BiPredicate<String, Object> wanted) {
    JSONObject selected = new JSONObject();
    each(
        from,
        (name, value) -> {
          if (wanted.test(name, value)) {
            put(selected, name, value);
          }
        });
    return selected;
  }

  static void each(JSONObject object, BiConsumer<String, Object> perform) {
    for (Iterator<String> names = object.keys(); names.hasNext(); ) {
      String name = names.next();
      perform.accept(name, object.opt(name));
    }
  }

  /**
   * A list of Mixpanel's is a set: what is in it already is not added again.
   *
   * @param list null for none
   */
  static JSONArray union(JSONArray list, JSONArray more) {
    JSONArray union = new JSONArray();
    addNew(list == null ? union : list, union);
    addNew(more, union);
    return union;
  }

  private static void addNew(JSONArray from, JSONArray to) {
    for (int i = 0; i < from.length(); i++) {
      if (!contains(to, from.opt(i))) {
        to.put(from.opt(i));
      }
    }
  }

  private static boolean contains(JSONArray list, Object value) {
    for (int i = 0; i < list.length(); i++) {
      if (value.equals(list.opt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Returns the object itself, with the value in it. */
  static JSONObject put(JSONObject object, String name, Object value) {
    try {
      return object.put(name, value);
    } catch (JSONException e) {
      throw new IllegalArgumentException("no JSON: '" + name + "'", e);
    }
  }
}
