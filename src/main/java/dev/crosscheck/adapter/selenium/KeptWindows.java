package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * Windows that stay open for the next user, with a tab for each: in Firefox a new window costs five
 * times as much as a tab in one that is there. What tabs of other users were in a window before, no
 * page can tell.
 */
final class KeptWindows implements Windows {
  /** Blank pages, each in a window of its own that nobody uses. */
  private final BlockingQueue<String> free = new LinkedBlockingQueue<>();

  /** By a page's browsing context, the blank page beside it. */
  private final Map<String, String> used = new ConcurrentHashMap<>();

  @Override
  public String open(BidiConnection bidi, String user, Deadline by) {
    Optional<String> kept = Optional.ofNullable(free.poll());
    String blank =
        kept.orElseGet(() -> Windows.create(bidi, Json.object().put("type", "window"), by));
    String page =
        Windows.create(
            bidi,
            Json.object()
                .put("type", "tab")
                .put("userContext", user)
                .put("referenceContext", blank)
                .put("background", false),
            by);
    used.put(page, blank);
    return page;
  }

  @Override
  public void closed(String context) {
    Optional.ofNullable(used.remove(context)).ifPresent(free::add);
  }
}
