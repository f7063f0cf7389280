package dev.crosscheck.app;

import java.util.function.Consumer;
import org.json.JSONException;
import org.json.JSONObject;

/** One of Segment's SDKs, set up as a customer sets it up, with the plugin in it. */
interface SegmentSdk {
  /**
   * Performs a Spec call.
   *
   * @param step as {@link Host#step} takes it
   */
  void call(int number, JSONObject step) throws JSONException;

  void flush();

  /** Returns whether the SDK itself will tell when it has been done. */
  boolean reset(int number);

  /** Tells, on any thread, whether calls that are made now are this user's. */
  void knows(String user, Consumer<Boolean> answer);

  void optOut(boolean out);

  void pushToken(String token);

  String anonymousId();

  /** Empty while nobody is known. */
  String userId();
}
