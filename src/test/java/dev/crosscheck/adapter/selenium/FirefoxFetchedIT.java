package dev.crosscheck.adapter.selenium;

/** How analytics.js in Firefox fetches plugins by itself. */
class FirefoxFetchedIT extends BrowserFetchedContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
