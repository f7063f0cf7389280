package dev.crosscheck.adapter.selenium;

/** Every step in WebKitGTK. */
class WebKitStepsIT extends WebKitStepsContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.webkit();
  }
}
