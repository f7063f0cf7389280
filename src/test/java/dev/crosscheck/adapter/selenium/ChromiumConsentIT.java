package dev.crosscheck.adapter.selenium;

/** Segment's consent tools in Chromium. */
class ChromiumConsentIT extends BrowserConsentContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
