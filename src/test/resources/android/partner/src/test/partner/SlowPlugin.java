package test.partner;

import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;

/** For analytics-kotlin: keeps an app that starts from all else, and tells whose each event is. */
public final class SlowPlugin extends DestinationPlugin {
  public SlowPlugin() {
    try {
      Thread.sleep(2_000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    if (!event.getEvent().startsWith("Application ")) {
      Partner.post("/seen", event.getEvent() + " of " + event.getUserId());
    }
    return event;
  }
}
