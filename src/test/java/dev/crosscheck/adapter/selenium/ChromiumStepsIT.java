package dev.crosscheck.adapter.selenium;

/** Every step in Chromium. */
class ChromiumStepsIT extends BrowserStepsContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
