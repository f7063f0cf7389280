package dev.crosscheck.verdict;

import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.match.Difference;
import dev.crosscheck.scenario.Expectation;
import java.util.List;
import java.util.Optional;

/** An element is on the page, visible or with a text, or is not. */
record ElementClaim(Expectation.Element expected) implements Claim {

  @Override
  public Ruling open(Scope scope) {
    if (expected.absent()) {
      return Ruling.HOLDS;
    }
    return observed(scope).map(seen -> open(seen, scope)).orElseGet(this::unread);
  }

  private Ruling open(Observation.Element seen, Scope scope) {
    if (!seen.present()) {
      return Ruling.violated(
          Mismatches.at(expected, "no element", words("on the page"), words("absent")));
    } else if (expected.visible() && !seen.visible()) {
      return Ruling.violated(
          Mismatches.at(expected, "no visible element", words("visible"), words("hidden")));
    }
    List<Difference> differences =
        expected
            .text()
            .map(pattern -> TextValue.differences(pattern, seen.text(), scope))
            .orElse(List.of());
    if (!differences.isEmpty()) {
      Difference first = differences.get(0);
      return Ruling.violated(
          Mismatches.at(
              expected, "no element with that text", first.expectedThere(), first.actualThere()));
    }
    return Ruling.seen(expected.text().map(Compared::in).orElse(0));
  }

  @Override
  public Ruling closed(Scope scope) {
    if (!expected.absent()) {
      return Ruling.HOLDS;
    }
    return observed(scope)
        .map(seen -> seen.present() ? Ruling.violated(present()) : Ruling.HOLDS)
        .orElseGet(this::unread);
  }

  private Mismatch present() {
    return Mismatches.at(
        expected, "element that must not be there", words("absent"), words("on the page"));
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(new Probe.Element(expected.element()));
  }

  private Optional<Observation.Element> observed(Scope scope) {
    return scope.observations().stream()
        .filter(Observation.Element.class::isInstance)
        .map(Observation.Element.class::cast)
        .filter(seen -> seen.locator().equals(expected.element()))
        .findFirst();
  }

  private Ruling unread() {
    return Ruling.doubted("'" + expected.describe() + "' was not read from the device");
  }

  private String words(String state) {
    return expected.element() + " is " + state;
  }
}
