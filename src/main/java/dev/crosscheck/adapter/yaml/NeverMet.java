package dev.crosscheck.adapter.yaml;

import dev.crosscheck.scenario.Expectation;
import java.util.List;

/** The rule {@code NeverMet}: two expectations of one list must not shut each other out. */
final class NeverMet {
  private NeverMet() {}

  static void check(List<Expectation> expectations, Findings findings) {
    for (Expectation one : expectations) {
      for (Expectation other : expectations) {
        if (one instanceof Expectation.Messages bound
            && other instanceof Expectation.Messages wanted
            && shutsOut(bound, wanted)) {
          findings.error(
              Rule.NEVER_MET,
              wanted.at(),
              "'"
                  + wanted.type()
                  + "' cannot come "
                  + wanted.times()
                  + " times: line "
                  + bound.at().line()
                  + " says "
                  + bound.times(),
              "one of the two must give way, or tell by 'match' which messages it means");
        }
      }
    }
  }

  /** A bound without {@code match} holds for all messages of the type. */
  private static boolean shutsOut(Expectation.Messages bound, Expectation.Messages wanted) {
    return bound != wanted
        && bound.type().equals(wanted.type())
        && bound.match().isEmpty()
        && bound.times().most().isPresent()
        && wanted.times().least() > bound.times().most().getAsInt();
  }
}
