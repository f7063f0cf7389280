package dev.crosscheck.adapter.selenium;

/** Segment's consent tools in Firefox. */
class FirefoxConsentIT extends BrowserConsentContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
