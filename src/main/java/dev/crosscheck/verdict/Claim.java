package dev.crosscheck.verdict;

import dev.crosscheck.device.Probe;
import dev.crosscheck.scenario.Expectation;
import java.util.Optional;

/**
 * What an expectation claims, in its two parts: the open one holds from the moment it is met, the
 * closed one could still be refuted by more traffic.
 */
interface Claim {

  /** What must have come. Holds where the expectation says nothing of the kind. */
  default Ruling open(Scope scope) {
    return Ruling.HOLDS;
  }

  /** What must not have come. Holds where the expectation says nothing of the kind. */
  default Ruling closed(Scope scope) {
    return Ruling.HOLDS;
  }

  /** What must be read from the device before this can be judged. */
  default Optional<Probe> probe() {
    return Optional.empty();
  }

  static Claim of(Expectation expectation) {
    if (expectation instanceof Expectation.Messages messages) {
      return CountClaim.of(messages);
    } else if (expectation instanceof Expectation.Requests requests) {
      return CountClaim.of(requests);
    } else if (expectation instanceof Expectation.SegmentDelivery delivery) {
      return CountClaim.of(delivery);
    } else if (expectation instanceof Expectation.Cookie cookie) {
      return new CookieClaim(cookie);
    } else if (expectation instanceof Expectation.Storage storage) {
      return new StorageClaim(storage);
    } else if (expectation instanceof Expectation.Element element) {
      return new ElementClaim(element);
    } else if (expectation instanceof Expectation.Console console) {
      return new ConsoleClaim(console);
    } else if (expectation instanceof Expectation.Globals globals) {
      return new GlobalsClaim(globals);
    } else if (expectation instanceof Expectation.NothingRepeated nothing) {
      return new NothingRepeatedClaim(nothing);
    } else if (expectation instanceof Expectation.NothingElse nothing) {
      return new NothingElseClaim(nothing);
    } else if (expectation instanceof Expectation.Arrival arrival) {
      return new ArrivalClaim(arrival);
    } else if (expectation instanceof Expectation.Sends sends) {
      return new SendsClaim(sends);
    } else if (expectation instanceof Expectation.Always) {
      // judged of the whole cell, and told where it is said
      return new Claim() {};
    } else if (expectation instanceof Expectation.Order order) {
      return new OrderClaim(order);
    }
    throw new IllegalArgumentException("no claim for " + expectation);
  }
}
