package com.example.faulty;

import com.example.mixpanel.MixpanelDestination;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.TrackEvent;

/** Wrong on analytics-kotlin: sends orders twice. */
public final class KotlinDoubleSend extends MixpanelDestination {
  @Override
  public BaseEvent track(TrackEvent event) {
    if (event.getEvent().equals("Order Completed")) {
      super.track(event);
    }
    return super.track(event);
  }
}
