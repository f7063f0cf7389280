package test.partner;

import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.platform.Plugin;

/** For analytics-kotlin: a plugin beside all others, which hears of the settings after them. */
abstract class Bystander implements Plugin {
  private Analytics analytics;

  @Override
  public Type getType() {
    return Type.Utility;
  }

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
  public BaseEvent execute(BaseEvent event) {
    return event;
  }

  @Override
  public void shutdown() {}
}
