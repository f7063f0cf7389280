package dev.crosscheck.adapter.report;

import dev.crosscheck.adapter.selenium.PageWindow;

/** The page in WebKitGTK. */
class HtmlReportWebKitIT extends HtmlReportContract {
  @Override
  PageWindow.Engine engine() {
    return PageWindow.Engine.WEBKIT;
  }
}
