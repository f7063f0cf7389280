package dev.crosscheck.adapter.selenium;

/** How analytics.js in Chromium fetches plugins by itself. */
class ChromiumFetchedIT extends BrowserFetchedContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
