package dev.crosscheck.adapter.yaml;

import java.util.Optional;

/** The notation of an HTTP status that ends an exchange: 200 to 599. */
final class StatusNotation {
  private StatusNotation() {}

  static Optional<Integer> read(Cursor value) {
    boolean status =
        value.isNumber() && value.raw().filter(t -> t.matches("[2-5]\\d\\d")).isPresent();
    return status
        ? value.raw().map(Integer::valueOf)
        : value.wrong("an HTTP status from 200 to 599");
  }
}
