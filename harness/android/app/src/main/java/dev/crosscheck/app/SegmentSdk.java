package dev.crosscheck.app;

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

  void optOut(boolean out);

  void pushToken(String token);

  String anonymousId();

  /** Empty while nobody is known. */
  String userId();
}
