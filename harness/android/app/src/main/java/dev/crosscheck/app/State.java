package dev.crosscheck.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONArray;
import org.json.JSONException;
import org.json.JSONObject;

/** What the app shows of itself: whether it is up, which steps the SDK took, what went wrong. Safe for threads. */
final class State {
  private static final int LONGEST = 2000;

  /** Hears that something changed, on any thread. */
  interface Listener {
    void changed();
  }

  private final List<JSONObject> taken = new ArrayList<>();
  private final List<String> errors = new ArrayList<>();
  private final Listener listener;
  private int made = -1;
  private String failure;
  private boolean ready;
  private boolean settings;
  private String sdkVersion;
  private JSONObject probe;

  State(Listener listener) {
    this.listener = listener;
  }

  /** The SDK that runs calls itself this version. */
  synchronized void runs(String version) {
    sdkVersion = version;
  }

  /** The SDK and the plugin are up. */
  void ready() {
    synchronized (this) {
      ready = true;
    }
    listener.changed();
  }

  /** The SDK has got its settings. */
  void settings() {
    synchronized (this) {
      settings = true;
    }
    listener.changed();
  }

  synchronized boolean hasSettings() {
    return settings;
  }

  /** An address gave this HTTP status. */
  void reached(String url, int status) {
    probed(url, "answer", status);
  }

  /** An address could not be asked. */
  void unreached(String url, Throwable thrown) {
    probed(url, "error", thrown.toString());
  }

  private void probed(String url, String key, Object value) {
    try {
      JSONObject told = new JSONObject().put("url", url).put(key, value);
      synchronized (this) {
        probe = told;
      }
    } catch (JSONException e) {
      throw new IllegalStateException(e);
    }
    listener.changed();
  }

  /** The app has done this step; the SDK may still hold a call back. */
  void made(int number) {
    synchronized (this) {
      made = number;
    }
    listener.changed();
  }

  /** The SDK has taken a step; ids are null for steps that make no message. */
  void taken(int number, String messageId, String anonymousId, String userId) {
    try {
      JSONObject ack =
          new JSONObject()
              .put("number", number)
              .putOpt("messageId", messageId)
              .putOpt("anonymousId", anonymousId)
              .putOpt("userId", userId);
      synchronized (this) {
        taken.add(ack);
      }
    } catch (JSONException e) {
      throw new IllegalStateException(e);
    }
    listener.changed();
  }

  /** The plugin will never be up. */
  void failed(String why) {
    synchronized (this) {
      failure = why;
    }
    error(why);
  }

  void error(String where, Throwable thrown) {
    StringWriter trace = new StringWriter();
    thrown.printStackTrace(new PrintWriter(trace));
    error(where + ": " + trace.toString().trim());
  }

  void error(String what) {
    synchronized (this) {
      errors.add(what.length() > LONGEST ? what.substring(0, LONGEST) : what);
    }
    listener.changed();
  }

  /** All of it, as JSON. */
  synchronized String text() {
    try {
      return new JSONObject()
          .put("ready", ready)
          .putOpt("failure", failure)
          .putOpt("sdkVersion", sdkVersion)
          .put("settings", settings)
          .put("made", made)
          .put("taken", new JSONArray(taken))
          .put("errors", new JSONArray(errors))
          .putOpt("probe", probe)
          .toString();
    } catch (JSONException e) {
      throw new IllegalStateException(e);
    }
  }
}
