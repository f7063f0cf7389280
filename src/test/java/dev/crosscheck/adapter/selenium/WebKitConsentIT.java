package dev.crosscheck.adapter.selenium;

/** Segment's consent tools in WebKit. */
class WebKitConsentIT extends BrowserConsentContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.webkit();
  }
}
