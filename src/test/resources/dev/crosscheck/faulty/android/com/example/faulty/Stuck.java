package com.example.faulty;

/** Work without an end. */
final class Spin {
  private Spin() {}

  static void aWhile() {
    try {
      Thread.sleep(1_000);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
