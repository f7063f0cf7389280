package test.partner;

import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;

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

  private static final class Late extends Bystander {
    @Override
    public void update(Settings settings, UpdateType type) {
      Partner.post("/late", "{}");
    }
  }
}
