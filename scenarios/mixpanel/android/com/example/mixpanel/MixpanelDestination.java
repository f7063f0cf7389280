package com.example.mixpanel;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import com.segment.analytics.kotlin.android.plugins.AndroidLifecycle;
import com.segment.analytics.kotlin.core.AliasEvent;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.GroupEvent;
import com.segment.analytics.kotlin.core.IdentifyEvent;
import com.segment.analytics.kotlin.core.ScreenEvent;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import com.segment.analytics.kotlin.core.platform.Plugin;
import java.util.Optional;
import java.util.function.Consumer;
import kotlinx.serialization.json.JsonObject;
import org.json.JSONException;
import org.json.JSONObject;

/** Mixpanel for analytics-kotlin: {@code analytics.add(new MixpanelDestination())}. */
public final class MixpanelDestination extends DestinationPlugin implements AndroidLifecycle {
  private volatile Optional<Mixpanel> mixpanel = Optional.empty();

  @Override
  public String getKey() {
    return "Mixpanel";
  }

  /** Called for the settings that are cached, and again for those that are served. */
  @Override
  public synchronized void update(Settings settings, Plugin.UpdateType type) {
    super.update(settings, type);
    if (mixpanel.isEmpty() && settings.getIntegrations().get(getKey()) instanceof JsonObject own) {
      Context context = (Context) getAnalytics().getConfiguration().getApplication();
      mixpanel = Mixpanel.start(context, json(own));
    }
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    return with(event, m -> m.track(user(event), event.getEvent(), json(event.getProperties())));
  }

  @Override
  public BaseEvent screen(ScreenEvent event) {
    JSONObject properties = json(event.getProperties());
    return with(
        event, m -> m.screen(user(event), event.getName(), event.getCategory(), properties));
  }

  @Override
  public BaseEvent identify(IdentifyEvent event) {
    return with(event, m -> m.identify(user(event), json(event.getTraits())));
  }

  @Override
  public BaseEvent alias(AliasEvent event) {
    return with(event, m -> m.alias(user(event), event.getPreviousId()));
  }

  @Override
  public BaseEvent group(GroupEvent event) {
    return with(event, m -> m.group(event.getGroupId(), json(event.getTraits())));
  }

  @Override
  public void flush() {
    mixpanel.ifPresent(Mixpanel::flush);
  }

  @Override
  public void reset() {
    mixpanel.ifPresent(Mixpanel::reset);
  }

  /** Mixpanel's library flushes too, but not if it was there later than the activity. */
  @Override
  public void onActivityStopped(Activity activity) {
    flush();
  }

  @Override
  public void onActivityCreated(Activity activity, Bundle state) {}

  @Override
  public void onActivityStarted(Activity activity) {}

  @Override
  public void onActivityResumed(Activity activity) {}

  @Override
  public void onActivityPaused(Activity activity) {}

  @Override
  public void onActivitySaveInstanceState(Activity activity, Bundle state) {}

  @Override
  public void onActivityDestroyed(Activity activity) {}

  private BaseEvent with(BaseEvent event, Consumer<Mixpanel> perform) {
    mixpanel.ifPresent(perform);
    return event;
  }

  private static User user(BaseEvent event) {
    return new User(event.getAnonymousId(), event.getUserId());
  }

  private static JSONObject json(JsonObject object) {
    try {
      return new JSONObject(object.toString());
    } catch (JSONException e) {
      throw new IllegalArgumentException("no JSON: " + object, e);
    }
  }
}
