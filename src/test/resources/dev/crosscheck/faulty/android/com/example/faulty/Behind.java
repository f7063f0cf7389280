package com.example.faulty;

import android.app.Activity;
import android.os.Bundle;
import com.example.mixpanel.MixpanelIntegration;
import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.AliasPayload;
import com.segment.analytics.integrations.GroupPayload;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.ScreenPayload;
import com.segment.analytics.integrations.TrackPayload;
import java.util.function.Supplier;

/** The sound integration, call by call; a fault changes one of them. */
class Behind extends Integration<Object> {
  /** The sound one, which the factory sets before anything is called. */
  private Integration<?> sound;

  /** Puts a fault before the sound integration. */
  static class Faulty implements Integration.Factory {
    private final Supplier<Behind> fault;

    Faulty(Supplier<Behind> fault) {
      this.fault = fault;
    }

    @Override
    public Integration<?> create(ValueMap settings, Analytics analytics) {
      Behind made = fault.get();
      made.sound = MixpanelIntegration.FACTORY.create(settings, analytics);
      return made;
    }

    @Override
    public String key() {
      return MixpanelIntegration.FACTORY.key();
    }
  }

  @Override
  public void track(TrackPayload payload) {
    sound.track(payload);
  }

  @Override
  public void screen(ScreenPayload payload) {
    sound.screen(payload);
  }

  @Override
  public void identify(IdentifyPayload payload) {
    sound.identify(payload);
  }

  @Override
  public void alias(AliasPayload payload) {
    sound.alias(payload);
  }

  @Override
  public void group(GroupPayload payload) {
    sound.group(payload);
  }

  @Override
  public void onActivityCreated(Activity activity, Bundle state) {
    sound.onActivityCreated(activity, state);
  }

  @Override
  public void onActivityStopped(Activity activity) {
    sound.onActivityStopped(activity);
  }

  @Override
  public void flush() {
    sound.flush();
  }

  @Override
  public void reset() {
    sound.reset();
  }

  static boolean isOrder(TrackPayload payload) {
    return payload.event().equals("Order Completed");
  }
}
