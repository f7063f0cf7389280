package dev.crosscheck.adapter.selenium;

/** How a plugin comes onto a page in Firefox. */
class FirefoxPluginIT extends BrowserPluginContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
