package dev.crosscheck.capture;

/** Opens recordings; knows no devices, no files and no scenarios. */
public interface Recorder extends AutoCloseable {
  TrustAnchor trust();

  /**
   * Opens a recording with a port of its own, listening when this returns.
   *
   * @param name what it is for, as messages name it
   * @throws java.io.UncheckedIOException where no port can be had
   */
  Recording open(String name, Answers answers, Reach reach);

  /** Ends all recordings and gives back every port and thread. */
  @Override
  void close();
}
