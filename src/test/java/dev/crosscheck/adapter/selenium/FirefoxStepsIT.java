package dev.crosscheck.adapter.selenium;

/** Every step in Firefox. */
class FirefoxStepsIT extends BrowserStepsContract {
  @Override
  BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
