package dev.crosscheck.scenario;

import java.util.List;

/**
 * A call behind middleware.
 *
 * @param call as it is then; where it was dropped, as it was when it was
 * @param dropped it goes no further
 */
public record PassedCall(Step.Call call, boolean dropped) {
  /** Through all of these, in their order. */
  static PassedCall through(List<Middleware> all, Step.Call made) {
    Step.Call call = made;
    for (Middleware middleware : all) {
      if (middleware.match().isOf(call)) {
        if (middleware instanceof Middleware.Change change) {
          call = change.of(call);
        } else {
          return new PassedCall(call, true);
        }
      }
    }
    return new PassedCall(call, false);
  }
}
