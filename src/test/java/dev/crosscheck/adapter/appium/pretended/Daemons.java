package dev.crosscheck.adapter.appium.pretended;

/** Threads that hold nobody up. */
final class Daemons {
  private Daemons() {}

  static Thread start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
