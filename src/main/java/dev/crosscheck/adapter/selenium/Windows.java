package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import tools.jackson.databind.node.ObjectNode;

/** Where the pages of new users come up: in front, in a window that no other user has. */
interface Windows {

  /** The id of the new page's browsing context. */
  String open(BidiConnection bidi, String user, Deadline by);

  /** The user is gone, and the page with it. */
  void closed(String context);

  /** Asks for a window or a tab; returns its browsing context. */
  static String create(BidiConnection bidi, ObjectNode wanted, Deadline by) {
    return Patience.await("a new window", bidi.send("browsingContext.create", wanted), by)
        .path("context")
        .asString();
  }
}
