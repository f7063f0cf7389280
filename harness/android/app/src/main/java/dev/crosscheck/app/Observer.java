package dev.crosscheck.app;

import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.platform.Plugin;

/** A plugin of analytics-kotlin that, as it is, changes nothing. */
abstract class Observer implements Plugin {
  private Analytics analytics;

  @Override
  public Analytics getAnalytics() {
    return analytics;
  }

  @Override
  public void setAnalytics(Analytics analytics) {
    this.analytics = analytics;
  }

  @Override
  public void setup(Analytics analytics) {
    this.analytics = analytics;
  }

  @Override
  public void update(Settings settings, UpdateType type) {}

  @Override
  public void shutdown() {}
}
