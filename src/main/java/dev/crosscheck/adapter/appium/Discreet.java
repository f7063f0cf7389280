package dev.crosscheck.adapter.appium;

import dev.crosscheck.device.Secrets;
import dev.crosscheck.mobile.App;

/** Passes on what is heard of an app, but for secrets in what it logs. */
record Discreet(App.Listener listener, Secrets secrets) implements App.Listener {
  @Override
  public void shows(String text) {
    listener.shows(text);
  }

  @Override
  public void logged(String level, String tag, String text) {
    listener.logged(level, tag, secrets.hiddenIn(text));
  }

  @Override
  public void crashed(String trace) {
    listener.crashed(secrets.hiddenIn(trace));
  }
}
