package dev.crosscheck.adapter.report;

import dev.crosscheck.adapter.selenium.PageWindow;

/** The page in Firefox. */
class HtmlReportFirefoxIT extends HtmlReportContract {
  @Override
  PageWindow.Engine engine() {
    return PageWindow.Engine.FIREFOX;
  }
}
