package dev.crosscheck.capture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds which exchange sends again what an earlier one sent in vain: the same bytes to the same
 * place, after an answer that was not 2xx or after none at all.
 */
final class Resends {
  private final Map<Key, List<Chain>> sent = new HashMap<>();

  private record Key(String type, String method, String host, String target, Body body) {}

  /** The tries at one thing: where it began, and the latest of them. */
  private static final class Chain {
    private final int first;
    private Exchange latest;

    private Chain(Exchange begun) {
      this.first = begun.index();
      this.latest = begun;
    }

    private boolean wasInVain(Exchange next) {
      boolean before = latest.answered().map(at -> !at.isAfter(next.at())).orElse(true);
      return !latest.isAnsweredWell() && before;
    }
  }

  /** The exchange that sent the same first; empty where this is the first, or another one. */
  Optional<Integer> firstOf(String type, Exchange exchange, boolean withQuery) {
    HttpRequest request = exchange.request();
    String target = withQuery ? request.target() : request.path();
    Key key = new Key(type, request.method(), request.host(), target, request.body());
    List<Chain> chains = sent.computeIfAbsent(key, unseen -> new ArrayList<>());
    for (Chain chain : chains) {
      if (chain.wasInVain(exchange)) {
        chain.latest = exchange;
        return Optional.of(chain.first);
      }
    }
    chains.add(new Chain(exchange));
    return Optional.empty();
  }
}
