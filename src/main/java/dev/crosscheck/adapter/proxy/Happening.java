package dev.crosscheck.adapter.proxy;

import dev.crosscheck.capture.Exchange;
import java.util.Optional;

/**
 * Something on the wire that decides whether a recording is still.
 *
 * @param about the exchange, or a sketch of what may become one; empty where nobody can say yet,
 *     and then it counts
 * @param at when something of it came last, on the ledger's stopwatch
 * @param open what is not finished, in words; empty where it is over
 */
record Happening(Optional<Exchange> about, long at, Optional<String> open) {

  String name() {
    return about.map(Exchange::name).orElse("a connection");
  }
}
