package dev.crosscheck.adapter.appium.pretended;

import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;

/** Appium's own apps on the device: which of them run. */
final class Helpers {
  static final int SETTINGS_PID = 3001;
  static final int SERVER_PID = 3002;

  private boolean settings;
  private @Nullable CountDownLatch instrumentation;

  synchronized void startSettings() {
    settings = true;
  }

  synchronized boolean hasSettings() {
    return settings;
  }

  synchronized void stop(String packageName) {
    if (packageName.equals(Packages.SETTINGS)) {
      settings = false;
    } else {
      endInstrumentation();
    }
  }

  /** Returns when the instrumentation has ended. One at a time: another ends the one before. */
  void instrument() throws InterruptedException {
    CountDownLatch mine = new CountDownLatch(1);
    synchronized (this) {
      endInstrumentation();
      instrumentation = mine;
    }
    try {
      mine.await();
    } finally {
      synchronized (this) {
        if (instrumentation == mine) {
          instrumentation = null;
        }
      }
    }
  }

  synchronized boolean isInstrumented() {
    return instrumentation != null;
  }

  synchronized void endInstrumentation() {
    CountDownLatch running = instrumentation;
    if (running != null) {
      running.countDown();
      instrumentation = null;
    }
  }
}
