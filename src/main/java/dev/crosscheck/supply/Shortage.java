package dev.crosscheck.supply;

/** Something is missing and could not be had. */
public final class Shortage extends Exception {
  private static final long serialVersionUID = 1L;

  private final String remedy;

  /**
   * @param what what is missing and what was tried, such as {@code no Chromium on PATH}
   * @param remedy the one thing to do, such as {@code apt-get install chromium}
   */
  public Shortage(String what, String remedy) {
    super(what);
    this.remedy = remedy;
  }

  public String remedy() {
    return remedy;
  }
}
