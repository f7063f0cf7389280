package dev.crosscheck.adapter.selenium;

/** Pages that hang in Firefox, and its own death. */
class FirefoxTroubleIT extends BrowserTroubleContract {
  @Override
  BrowserLab furnish() {
    return BrowserLab.firefox();
  }
}
