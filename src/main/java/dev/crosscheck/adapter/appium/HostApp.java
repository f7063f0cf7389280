package dev.crosscheck.adapter.appium;

/** The host app as phones know it ({@code harness/android/app}). */
final class HostApp {
  static final String ID = "dev.crosscheck.app";
  static final String STATE = "crosscheck-state";
  static final String RECEIVER = ID + "/.StepReceiver";

  private HostApp() {}
}
