package dev.crosscheck.adapter.selenium;

import java.util.Locale;

/** What a user points with. */
enum Pointer {
  MOUSE,
  TOUCH;

  /** As WebDriver BiDi names it. */
  String type() {
    return name().toLowerCase(Locale.ROOT);
  }
}
