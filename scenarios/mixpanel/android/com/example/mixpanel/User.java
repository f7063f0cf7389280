package com.example.mixpanel;

/**
 * Whom Segment says that a call is of.
 *
 * @param id empty if unknown
 */
record User(String anonymousId, String id) {
  User {
    id = id == null ? "" : id;
  }

  boolean isKnown() {
    return !id.isEmpty();
  }

  /** As Mixpanel writes it. */
  String anonymous() {
    return "$device:" + anonymousId;
  }
}
