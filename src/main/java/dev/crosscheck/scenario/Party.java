package dev.crosscheck.scenario;

/** Whose a host is, for one plugin. */
public enum Party {
  /** Where the partner's data may go. */
  PARTNER,
  /** Where the partner's code and configuration come from. */
  ASSET,
  SEGMENT,
  /** The page or app under test. */
  HOST,
  /** What the browser or the system asks by itself. */
  NOISE,
  /** Nobody declared it. */
  UNDECLARED
}
