package dev.crosscheck.verdict;

import dev.crosscheck.capture.Exchange;
import dev.crosscheck.capture.HttpRequest;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Party;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** No request to the partner is made twice as it is, where the first was answered well. */
record NothingRepeatedClaim(Expectation.NothingRepeated expected) implements Claim {

  private static final Set<Party> PARTNERS = EnumSet.of(Party.PARTNER, Party.ASSET);

  @Override
  public Ruling closed(Scope scope) {
    Map<List<String>, Exchange> done = new HashMap<>();
    List<Mismatch> found = new ArrayList<>();
    for (Exchange exchange : scope.exchanges()) {
      if (PARTNERS.contains(scope.view().party(exchange))) {
        Exchange first = done.get(whole(exchange.request()));
        if (first != null) {
          found.add(repeated(first, exchange, scope));
        } else if (exchange.isAnsweredWell()) {
          done.put(whole(exchange.request()), exchange);
        }
      }
    }
    return Ruling.violated(found);
  }

  private static List<String> whole(HttpRequest request) {
    return List.of(request.method(), request.url(), request.body().sha256());
  }

  private Mismatch repeated(Exchange first, Exchange again, Scope scope) {
    return Mismatches.at(
        expected,
        "the partner was asked the same twice",
        "once: " + again.request().method() + " " + Wording.cut(again.request().url()),
        "again, after " + scope.view().number(first.index()) + " was answered well",
        scope.view(),
        again.index());
  }
}
