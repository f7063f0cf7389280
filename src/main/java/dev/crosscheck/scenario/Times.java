package dev.crosscheck.scenario;

import java.util.OptionalInt;

/** How often: at least {@code least} (an open claim) and at most {@code most} (a closed one). */
public record Times(int least, OptionalInt most) {
  public static final Times AT_LEAST_ONCE = new Times(1, OptionalInt.empty());
  public static final Times NEVER = exactly(0);

  public Times {
    if (least < 0 || most.isPresent() && most.getAsInt() < least) {
      throw new IllegalArgumentException("at least " + least + " but at most " + most);
    }
  }

  public static Times exactly(int n) {
    return new Times(n, OptionalInt.of(n));
  }

  @Override
  public String toString() {
    if (most.isEmpty()) {
      return "at least " + least;
    }
    return most.getAsInt() == least ? String.valueOf(least) : least + " to " + most.getAsInt();
  }
}
