package dev.crosscheck.capture;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the plugin told the partner, decoded out of an exchange.
 *
 * @param exchange the exchange that brought it first
 * @param element its place in that exchange, from 0
 * @param again the exchanges that brought it again (a retry is not a double send)
 * @param content the decoded value with {@code $request} beside it
 * @param textual the values came as text (query, form), so numbers compare by value
 * @param at when the exchange's request had been read
 */
public record Message(
    String type,
    String lane,
    int exchange,
    int element,
    List<Integer> again,
    JsonNode content,
    boolean textual,
    boolean leaving,
    boolean ambient,
    Optional<String> id,
    Optional<String> time,
    Instant at) {

  public Message {
    again = List.copyOf(again);
  }

  /** Whether this exchange brought it, first or again. */
  public boolean isIn(int index) {
    return exchange == index || again.contains(index);
  }

  /** The same message, which these exchanges brought again. */
  public Message again(List<Integer> exchanges) {
    return new Message(
        type, lane, exchange, element, exchanges, content, textual, leaving, ambient, id, time, at);
  }
}
