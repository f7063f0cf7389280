package dev.crosscheck.capture;

/** From where a recording is reached. Listening on anything but loopback is a choice of its own. */
public enum Reach {
  /** The same machine. */
  LOOPBACK
}
