package dev.crosscheck.adapter.selenium;

/** How a plugin comes onto a page in WebKitGTK. */
class WebKitPluginIT extends BrowserPluginContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.webkit();
  }
}
