package dev.crosscheck.device;

import dev.crosscheck.capture.Body;
import dev.crosscheck.scenario.Locator;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was read from a device. */
public sealed interface Observation {

  record Cookies(List<Cookie> cookies) implements Observation {
    public Cookies {
      cookies = List.copyOf(cookies);
    }
  }

  /** A cookie; {@code expires} in seconds since 1970, or -1 for one of the session. */
  record Cookie(
      String name,
      String value,
      String domain,
      String path,
      boolean secure,
      boolean httpOnly,
      String sameSite,
      long expires) {}

  record Storage(Map<String, String> local, Map<String, String> session) implements Observation {
    public Storage {
      local = Collections.unmodifiableMap(new LinkedHashMap<>(local));
      session = Collections.unmodifiableMap(new LinkedHashMap<>(session));
    }
  }

  /**
   * An element, or that there is none.
   *
   * @param text its rendered text
   */
  record Element(Locator locator, boolean present, boolean visible, String text)
      implements Observation {}

  record Console(List<Line> lines) implements Observation {
    public Console {
      lines = List.copyOf(lines);
    }
  }

  /**
   * A line of the console.
   *
   * @param level {@code debug}, {@code info}, {@code warn} or {@code error}
   * @param source where it came from, such as a script's URL and line; may be empty
   * @param thrown it is an uncaught error or rejection, not something that was written
   */
  record Line(Instant at, String level, String text, String source, boolean thrown) {}

  /**
   * What of the browser's own is no longer as it was when the page began.
   *
   * @param changed names with what became of them, such as {@code fetch was replaced}, sorted
   */
  record Globals(List<String> changed) implements Observation {
    public Globals {
      changed = List.copyOf(changed);
    }
  }

  /** PNG bytes. */
  record Screenshot(Body png) implements Observation {}
}
