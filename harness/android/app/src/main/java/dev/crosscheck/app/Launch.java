package dev.crosscheck.app;

import android.content.Context;
import java.util.List;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * What the app is to embed. It is kept on disk, as what is compiled into a customer's app would be, so that the next
 * process of the app starts with it too.
 */
final class Launch {
  private static final String FILE = "crosscheck";
  private static final String KEY = "launch";

  private final JSONObject json;

  private Launch(JSONObject json) {
    this.json = json;
  }

  static Launch of(JSONObject json) {
    return new Launch(json);
  }

  /** Null where the app has not been told yet. */
  static Launch kept(Context context) throws JSONException {
    String text = context.getSharedPreferences(FILE, Context.MODE_PRIVATE).getString(KEY, null);
    return text == null ? null : new Launch(new JSONObject(text));
  }

  void keep(Context context) {
    context
        .getSharedPreferences(FILE, Context.MODE_PRIVATE)
        .edit()
        .putString(KEY, json.toString())
        .commit();
  }

  boolean isKotlin() {
    return json.optString("sdk").equals("analytics-kotlin");
  }

  String writeKey() {
    return json.optString("writeKey");
  }

  /** The plugin's name in Segment's settings. */
  String plugin() {
    return json.optString("plugin");
  }

  /** The class by which the plugin is got; empty where the app is to do without. */
  String factory() {
    return json.optString("factory");
  }

  /** Whether the plugin will run; else Segment's settings or the app's own choice keep it silent. */
  boolean isOpen() {
    return json.optString("gate").equals("open");
  }

  /** Goes with every call that says nothing else; null where there is none. */
  JSONObject integrations() {
    return json.optJSONObject("integrations");
  }

  /** The customer's own middleware, in the order in which it is added. */
  List<Rule> middleware() {
    return Rule.all(json.optJSONArray("middleware"));
  }
}
