package dev.crosscheck.supply;

/** A program that is run but not shipped. */
public enum Program {
  CHROMIUM,
  CHROMEDRIVER,
  NODE,
  NPM;

  /** The environment variable that names the executable: {@code CROSSCHECK_CHROMIUM}. */
  public String variable() {
    return "CROSSCHECK_" + name();
  }
}
