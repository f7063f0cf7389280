package dev.crosscheck.adapter.selenium;

import org.junit.jupiter.api.Test;

/** WebKitGTK in trouble. */
class WebKitTroubleIT extends WebKitTroubleContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.webkit();
  }

  @Override
  String browser() {
    return "MiniBrowser";
  }

  @Override
  String driver() {
    return "WebKitWebDriver";
  }

  @Test
  void aDisplayThatIsGoneIsNamed() throws Exception {
    isLostAlone(process -> runs(process, "Xvfb"), "Xvfb ended with status 137");
  }
}
