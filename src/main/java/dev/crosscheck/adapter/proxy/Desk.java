package dev.crosscheck.adapter.proxy;

import io.netty.handler.ssl.SslContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What all connections of one recording share.
 *
 * @param lines the connections that are open
 */
record Desk(Ledger ledger, Conditions conditions, KeptBytes kept, SslContext tls, Set<Line> lines) {

  Desk(Ledger ledger, Conditions conditions, KeptBytes kept, SslContext tls) {
    this(ledger, conditions, kept, tls, ConcurrentHashMap.newKeySet());
  }
}
