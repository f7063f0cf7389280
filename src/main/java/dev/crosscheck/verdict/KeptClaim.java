package dev.crosscheck.verdict;

import dev.crosscheck.match.Difference;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What a device keeps under a name: there with a value, or not there. */
final class KeptClaim {
  private final Expectation expectation;
  private final String noun;
  private final boolean absent;
  private final Optional<Pattern> value;

  /** {@code noun} as a mismatch tells it: {@code cookie}. */
  KeptClaim(Expectation expectation, String noun, boolean absent, Optional<Pattern> value) {
    this.expectation = expectation;
    this.noun = noun;
    this.absent = absent;
    this.value = value;
  }

  /**
   * @param kept what is kept under such names: the name and the value; empty if nobody looked
   */
  Ruling open(Optional<List<Map.Entry<String, String>>> kept, Scope scope) {
    if (absent) {
      return Ruling.HOLDS;
    } else if (kept.isEmpty()) {
      return unread();
    }
    Optional<Mismatch> nearest = Optional.empty();
    for (Map.Entry<String, String> entry : kept.get()) {
      List<Difference> differences = differences(entry.getValue(), scope);
      if (differences.isEmpty()) {
        return Ruling.seen(value.map(Compared::in).orElse(0));
      } else if (nearest.isEmpty()) {
        Difference first = differences.get(0);
        nearest =
            Optional.of(
                Mismatches.at(
                    expectation,
                    "no matching " + noun + " '" + entry.getKey() + "'",
                    first.expectedThere(),
                    first.actualThere()));
      }
    }
    return Ruling.violated(
        nearest.orElseGet(
            () ->
                Mismatches.at(expectation, "no " + noun, expectation.describe(), "there is none")));
  }

  Ruling closed(Optional<List<Map.Entry<String, String>>> kept, Scope scope) {
    if (!absent) {
      return Ruling.HOLDS;
    } else if (kept.isEmpty()) {
      return unread();
    }
    return kept.get().stream()
        .filter(entry -> differences(entry.getValue(), scope).isEmpty())
        .findFirst()
        .map(entry -> Ruling.violated(present(entry)))
        .orElse(Ruling.HOLDS);
  }

  private Mismatch present(Map.Entry<String, String> entry) {
    return Mismatches.at(
        expectation,
        noun + " that must not be there",
        "no " + expectation.describe(),
        entry.getKey() + " = " + Wording.quoted(entry.getValue()));
  }

  private Ruling unread() {
    return Ruling.doubted("'" + expectation.describe() + "' was not read from the device");
  }

  private List<Difference> differences(String text, Scope scope) {
    return value.map(v -> TextValue.differences(v, text, scope)).orElse(List.of());
  }
}
