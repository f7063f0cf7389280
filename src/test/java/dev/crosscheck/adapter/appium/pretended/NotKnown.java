package dev.crosscheck.adapter.appium.pretended;

import java.util.List;

/** The pretence was asked for something that it does not know. */
final class NotKnown extends Exception {
  private static final long serialVersionUID = 1;

  NotKnown(String what) {
    super(what);
  }

  NotKnown(List<String> words) {
    this("the shell command '" + String.join(" ", words) + "'");
  }
}
