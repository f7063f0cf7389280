package test.partner;

import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import com.segment.analytics.kotlin.core.platform.Plugin;

/** For analytics-kotlin: has the SDK, which has its settings, let no event pass until the partner answers. */
public final class LatePlugin extends DestinationPlugin {
  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  public void setup(Analytics analytics) {
    super.setup(analytics);
    analytics.add(new Late());
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    return event;
  }

  /** Hears of the settings after all others. */
  private static final class Late implements Plugin {
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
    public void update(Settings settings, UpdateType type) {
      Partner.post("/late", "{}");
    }

    @Override
    public BaseEvent execute(BaseEvent event) {
      return event;
    }

    @Override
    public void shutdown() {}
  }
}
