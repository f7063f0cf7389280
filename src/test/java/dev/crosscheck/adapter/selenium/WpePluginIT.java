package dev.crosscheck.adapter.selenium;

/** How a plugin comes onto a page in WPE WebKit. */
class WpePluginIT extends BrowserPluginContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.wpe();
  }
}
