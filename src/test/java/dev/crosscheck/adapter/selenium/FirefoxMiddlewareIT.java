package dev.crosscheck.adapter.selenium;

/** What analytics.js in Firefox does with a customer's middleware. */
class FirefoxMiddlewareIT extends BrowserMiddlewareContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
