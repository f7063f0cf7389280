package dev.crosscheck.adapter.selenium;

/** How a plugin comes onto a page in Chromium. */
class ChromiumPluginIT extends BrowserPluginContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.chromium();
  }
}
