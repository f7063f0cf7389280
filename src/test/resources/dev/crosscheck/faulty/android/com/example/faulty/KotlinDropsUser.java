package com.example.faulty;

import com.example.mixpanel.MixpanelDestination;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.IdentifyEvent;

/** Wrong on analytics-kotlin: never says who the user is. */
public final class KotlinDropsUser extends MixpanelDestination {
  @Override
  public BaseEvent identify(IdentifyEvent event) {
    return event;
  }
}
