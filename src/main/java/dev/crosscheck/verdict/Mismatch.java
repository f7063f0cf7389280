package dev.crosscheck.verdict;

import dev.crosscheck.finding.SourceLocation;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * One way in which a cell is not as expected; always read in this order: what, expected, actual,
 * nearest, evidence.
 *
 * @param what in a few words, such as {@code no matching event}
 * @param at the expectation; empty for the unwritten claims that every cell carries
 * @param nearest what came closest, such as {@code exchange 3 of 5, POST api.example.com/track}
 * @param exchange the exchange that shows it
 */
public record Mismatch(
    String what,
    Optional<SourceLocation> at,
    String expected,
    String actual,
    Optional<String> nearest,
    OptionalInt exchange) {

  /** The same, told as of a row, by the row's name. */
  public Mismatch in(String row) {
    return new Mismatch("'" + row + "': " + what, at, expected, actual, nearest, exchange);
  }
}
