package dev.crosscheck.capture;

/** What came cannot be read as plugin.yaml says. */
final class Undecodable extends Exception {
  private static final long serialVersionUID = 1L;

  private final String step;

  Undecodable(String reason) {
    this("", reason);
  }

  private Undecodable(String step, String reason) {
    super(reason);
    this.step = step;
  }

  /** The same at this step, unless the step is known already. */
  Undecodable at(DecodeStep at) {
    return step.isEmpty() ? new Undecodable(DecodeStep.word(at), reason()) : this;
  }

  /** The step as it is written in a file; empty where no step was begun. */
  String step() {
    return step;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
