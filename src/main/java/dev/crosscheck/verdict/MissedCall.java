package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.Haystack;
import dev.crosscheck.capture.Message;
import dev.crosscheck.scenario.Carries;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How it is told that a call did not reach the partner, or not whole. */
record MissedCall(Expectation.Arrival expected, Step.Call call, CallNeedles needles, Scope scope) {
  /** More values than these are not named one by one. */
  private static final int NAMED = 3;

  /** More fields than these are not written out. */
  private static final int WRITTEN = 6;

  /** Nothing of it came by which it is known. */
  Mismatch notArrived() {
    String what = "'" + call.describe() + "' did not arrive";
    List<Needle> telling = needles.telling();
    String wanted = telling.size() == 1 ? telling.get(0).expected() : listed(telling);
    List<Needle> rest = new ArrayList<>(needles.marked());
    rest.removeAll(telling);
    for (Needle other : rest) {
      List<Exchange> found = scope.view().telling().carrying(List.of(other), scope.exchanges());
      if (!found.isEmpty()) {
        return Mismatches.at(
            expected,
            what,
            "at least once, with " + wanted,
            other.path() + " came, without " + wanted + meant(telling, List.of()),
            scope.view(),
            found.get(0).index());
      }
    }
    int others = scope.messages().size();
    String seen =
        others == 0
            ? "the partner got no message at all"
            : "none of " + others + " messages to the partner has " + wanted;
    return Mismatches.at(expected, what, "at least once, with " + wanted, seen);
  }

  Mismatch late(Message message) {
    return Mismatches.at(
        expected,
        "'" + call.describe() + "' did not arrive in time",
        "before " + scope.leaving(),
        "came only when " + scope.leaving(),
        scope.view(),
        message.exchange());
  }

  /** These values of it did not come as plugin.yaml says. */
  Mismatch harmed(List<Needle.Harm> harms, List<Haystack> told, int exchange) {
    Needle first = harms.get(0).needle();
    List<Needle> all = harms.stream().map(Needle.Harm::needle).toList();
    String more = all.size() == 1 ? "" : ", and " + listed(all.subList(1, all.size()));
    return Mismatches.at(
        expected,
        "'" + call.describe() + "' arrived without its " + first.path() + more,
        first.expected(),
        harms.get(0).instead() + meant(all, told),
        scope.view(),
        exchange);
  }

  private static String listed(List<Needle> needles) {
    List<String> paths = needles.stream().map(Needle::path).distinct().toList();
    return paths.stream().limit(NAMED).collect(Collectors.joining(", "))
        + (paths.size() > NAMED ? " and " + (paths.size() - NAMED) + " more" : "");
  }

  /**
   * What to write into plugin.yaml where the plugin makes just that of them by design; nothing of
   * what is declared there and does not hold.
   */
  private String meant(List<Needle> all, List<Haystack> told) {
    List<Needle> undeclared =
        all.stream().filter(needle -> needle.how() == Carries.How.KEPT).toList();
    if (undeclared.isEmpty()) {
      return "";
    }
    List<String> fields =
        undeclared.stream()
            .map(needle -> key(needle.last()) + ": " + became(needle, told).word())
            .distinct()
            .toList();
    return "; if that is meant, plugin.yaml says so: carries: {"
        + key(of(undeclared))
        + ": {"
        + fields.stream().limit(WRITTEN).collect(Collectors.joining(", "))
        + (fields.size() > WRITTEN ? ", …" : "")
        + "}}";
  }

  /** A name is changed for some events, a value for all of a call. */
  private String of(List<Needle> all) {
    boolean named = all.stream().allMatch(needle -> needle.field().equals("event"));
    return named && call instanceof Step.Track track ? track.event() : call.call().word();
  }

  private static Carries.How became(Needle needle, List<Haystack> told) {
    return needle.became(told).orElse(Carries.How.DROPPED);
  }

  private static String key(String name) {
    return name.matches("[A-Za-z][A-Za-z0-9 _.-]*") ? name : "\"" + name + "\"";
  }
}
