package dev.crosscheck.adapter.selenium;

/** Pages that hang in Chromium, and its own death. */
class ChromiumTroubleIT extends BrowserTroubleContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
