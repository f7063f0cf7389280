package dev.crosscheck.adapter.appium;

/** The host app as phones know it ({@code harness/android/app}, {@code harness/ios}). */
final class HostApp {
  static final String ID = "dev.crosscheck.app";
  static final String STATE = "crosscheck-state";
  static final String RECEIVER = ID + "/.StepReceiver";

  /** Its process on iOS. */
  static final String PROCESS = "Crosscheck";

  private HostApp() {}
}
