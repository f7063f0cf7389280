package dev.crosscheck.app;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.json.JSONArray;
import org.json.JSONObject;

/** JSON as Java's own collections, which analytics-android takes. */
final class Json {
  private Json() {}

  /** Empty for null. A JSON null is left out: the SDK's maps hold none. */
  static Map<String, Object> map(JSONObject object) {
    Map<String, Object> map = new LinkedHashMap<>();
    if (object != null) {
      for (Iterator<String> names = object.keys(); names.hasNext(); ) {
        String name = names.next();
        if (!object.isNull(name)) {
          map.put(name, value(object.opt(name)));
        }
      }
    }
    return map;
  }

  /** Null where there is none. */
  static String text(JSONObject object, String name) {
    return object.isNull(name) ? null : object.optString(name);
  }

  private static Object value(Object json) {
    if (json instanceof JSONObject) {
      return map((JSONObject) json);
    } else if (json instanceof JSONArray) {
      JSONArray array = (JSONArray) json;
      List<Object> list = new ArrayList<>();
      for (int i = 0; i < array.length(); i++) {
        list.add(array.isNull(i) ? null : value(array.opt(i)));
      }
      return list;
    }
    return json;
  }
}
