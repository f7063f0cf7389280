package dev.crosscheck.verdict;

import dev.crosscheck.capture.Decoded;
import dev.crosscheck.match.Wording;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The unwritten claim that what the plugin sends can be read as plugin.yaml says. */
final class UnreadExchanges {
  private UnreadExchanges() {}

  /** One for each exchange: types that share a request fail together. */
  static List<Mismatch> in(View view) {
    List<Mismatch> found = new ArrayList<>();
    Set<Integer> told = new HashSet<>();
    for (Decoded.Failure failure : view.failures()) {
      if (told.add(failure.exchange())) {
        found.add(
            Mismatches.unwritten(
                failure.type() + " cannot be read",
                "what 'decode' of '" + failure.type() + "' in plugin.yaml says",
                "at step '" + failure.step() + "': " + Wording.cut(failure.reason()),
                view,
                failure.exchange()));
      }
    }
    return found;
  }
}
