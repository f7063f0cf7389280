package test.partner;

import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.IdentifyEvent;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;

/** The plugin for analytics-kotlin. */
public final class PartnerPlugin extends DestinationPlugin {
  private final Partner partner = new Partner();

  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  public BaseEvent identify(IdentifyEvent event) {
    partner.profile(event.getUserId());
    return event;
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    partner.event(event.getEvent(), event.getUserId(), event.getProperties().toString());
    return event;
  }
}
