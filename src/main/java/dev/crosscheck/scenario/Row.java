package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import java.util.List;
import java.util.Optional;

/**
 * One behaviour of a scenario that is a table of them: it shares the session with the other rows
 * and is judged by itself.
 *
 * @param name unique within its scenario
 * @param see where one can read why a plugin must behave so
 * @param first the index of its first step among the scenario's
 * @param count how many steps it has
 * @param expect what must come of it by the end of the session
 * @param differs what is expected instead on some devices
 * @param standing whether it is asked of the plugin on the device at all
 */
public record Row(
    SourceLocation at,
    String name,
    Optional<String> see,
    int first,
    int count,
    List<Expectation> expect,
    List<Differs> differs,
    Standing standing) {

  /**
   * What is asked of a row.
   *
   * @param reason why it is not asked as it stands; empty where it is
   */
  public record Standing(Kind kind, String reason) {
    /** As any other row. */
    public static final Standing ASKED = new Standing(Kind.ASKED, "");

    /** What becomes of it. */
    public enum Kind {
      /** It is performed and judged. */
      ASKED,
      /** The device has nothing like it: none of its steps is performed. */
      SKIPPED,
      /** The plugin declares that it does not do this: it must stay silent. */
      UNSUPPORTED
    }
  }

  public Row {
    expect = List.copyOf(expect);
    differs = List.copyOf(differs);
  }

  /** Whether a step of the scenario is one of its own. */
  public boolean has(int step) {
    return step >= first && step < first + count;
  }

  Row at(int place) {
    return new Row(at, name, see, place, count, expect, differs, standing);
  }

  /** The same, with what is expected of it on the device at hand. */
  public Row expecting(List<Expectation> other) {
    return new Row(at, name, see, first, count, other, List.of(), standing);
  }

  /** The same, but not performed. */
  public Row skipped(String reason) {
    return new Row(
        at, name, see, first, 0, List.of(), List.of(), new Standing(Standing.Kind.SKIPPED, reason));
  }

  /** The same, with what must be seen of a plugin that does not do this. */
  public Row unsupported(String reason, List<Expectation> silence) {
    return new Row(
        at,
        name,
        see,
        first,
        count,
        silence,
        List.of(),
        new Standing(Standing.Kind.UNSUPPORTED, reason));
  }
}
