package dev.crosscheck.adapter.selenium;

/** Every step in Firefox. */
class FirefoxStepsIT extends BrowserStepsContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
