package dev.crosscheck.adapter.report;

import dev.crosscheck.adapter.selenium.PageWindow;

/** The page in Chromium. */
class HtmlReportIT extends HtmlReportContract {
  @Override
  PageWindow.Engine engine() {
    return PageWindow.Engine.CHROMIUM;
  }
}
