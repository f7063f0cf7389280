package dev.crosscheck.cli;

/** A number of things in words: {@code 1 cell}, {@code 2 cells}. */
record Count(int number, String thing) {
  static Count of(int number, String thing) {
    return new Count(number, thing);
  }

  @Override
  public String toString() {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
