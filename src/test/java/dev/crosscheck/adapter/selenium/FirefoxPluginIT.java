package dev.crosscheck.adapter.selenium;

/** How a plugin comes onto a page in Firefox. */
class FirefoxPluginIT extends BrowserPluginContract {
  @Override
  BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
