package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Party;
import java.util.List;

/** That a text is in what the plugin sends to the partner, wherever it stands; or is not. */
record SendsClaim(Expectation.Sends expected) implements Claim {

  @Override
  public Ruling open(Scope scope) {
    if (expected.times().least() == 0) {
      return Ruling.HOLDS;
    }
    int found = carrying(scope).size();
    if (found >= expected.times().least()) {
      return Ruling.seen(1);
    }
    return Ruling.violated(
        Mismatches.at(
            expected,
            Wording.quoted(expected.text()) + " is not in what the plugin sends",
            "at least " + expected.times().least(),
            found == 0 ? "none of " + partners(scope).size() + " has it" : found + " have it"));
  }

  @Override
  public Ruling closed(Scope scope) {
    List<Exchange> carrying = carrying(scope);
    if (expected.times().most().isEmpty()
        || carrying.size() <= expected.times().most().getAsInt()) {
      return Ruling.HOLDS;
    }
    int most = expected.times().most().getAsInt();
    return Ruling.violated(
        Mismatches.at(
            expected,
            Wording.quoted(expected.text()) + " is in what the plugin sends",
            most == 0 ? "none" : "at most " + most,
            carrying.size() + (carrying.size() == 1 ? " request" : " requests"),
            scope.view(),
            carrying.get(most).index()));
  }

  private List<Exchange> carrying(Scope scope) {
    return partners(scope).stream()
        .filter(exchange -> scope.view().telling().haystack(exchange).holds(expected.text()))
        .toList();
  }

  private static List<Exchange> partners(Scope scope) {
    return scope.exchanges().stream()
        .filter(exchange -> scope.view().party(exchange) == Party.PARTNER)
        .toList();
  }
}
