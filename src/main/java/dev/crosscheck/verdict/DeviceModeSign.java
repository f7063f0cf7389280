package dev.crosscheck.verdict;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that a plugin did on the device and that no server could have done in its place: why it
 * should run there at all. Segment takes no plugin that has none.
 *
 * @param words what it was: a request, a host, or the expectation that was met
 */
public record DeviceModeSign(Kind kind, String words) implements Comparable<DeviceModeSign> {

  /** What sort of thing it was. */
  public enum Kind {
    /** The partner was told something before there was any event. */
    TRAFFIC("traffic before any event"),
    /** The partner's own code was loaded. */
    SCRIPT("script loaded"),
    /** A cookie of the partner's was kept, or came back to it. */
    COOKIE("cookie"),
    /** Something was kept in the page's storage. */
    STORAGE("storage"),
    /** Something was put on the page. */
    ELEMENT("element on the page");

    private final String spoken;

    Kind(String spoken) {
      this.spoken = spoken;
    }

    /** As {@code matrix.json} has it. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** As a reader is told. */
    public String spoken() {
      return spoken;
    }
  }

  @Override
  public int compareTo(DeviceModeSign other) {
    return Comparator.comparing(DeviceModeSign::kind)
        .thenComparing(DeviceModeSign::words)
        .compare(this, other);
  }
}
