package dev.crosscheck.adapter.selenium;

/** What can be read from WebKitGTK. */
class WebKitObserveIT extends WebKitObserveContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.webkit();
  }
}
