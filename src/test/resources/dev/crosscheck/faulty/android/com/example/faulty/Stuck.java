package com.example.faulty;

import java.util.concurrent.CountDownLatch;

/** Waits for what nobody will do. */
final class Stuck {
  private Stuck() {}

  static void forEver() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
