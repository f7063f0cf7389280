package dev.crosscheck.adapter.selenium;

/** What analytics.js in Chromium does with a customer's middleware. */
class ChromiumMiddlewareIT extends BrowserMiddlewareContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
