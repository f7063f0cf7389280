package dev.crosscheck.adapter.selenium;

/** Every step in Chromium. */
class ChromiumStepsIT extends BrowserStepsContract {
  @Override
  BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
