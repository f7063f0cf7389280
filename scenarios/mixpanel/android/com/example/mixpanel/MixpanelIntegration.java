package com.example.mixpanel;

import android.app.Activity;
import com.mixpanel.android.mpmetrics.MixpanelAPI;
import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.AliasPayload;
import com.segment.analytics.integrations.BasePayload;
import com.segment.analytics.integrations.GroupPayload;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.ScreenPayload;
import com.segment.analytics.integrations.TrackPayload;
import org.json.JSONObject;

/** Mixpanel for analytics-android: {@code new Analytics.Builder(…).use(FACTORY)}. */
public final class MixpanelIntegration extends Integration<MixpanelAPI> {
  public static final Factory FACTORY =
      new Factory() {
        @Override
        public Integration<?> create(ValueMap settings, Analytics analytics) {
          return Mixpanel.start(analytics.getApplication(), Json.of(settings))
              .map(MixpanelIntegration::new)
              .orElse(null);
        }

        @Override
        public String key() {
          return "Mixpanel";
        }
      };

  private final Mixpanel mixpanel;

  private MixpanelIntegration(Mixpanel mixpanel) {
    this.mixpanel = mixpanel;
  }

  @Override
  public void track(TrackPayload payload) {
    mixpanel.track(user(payload), payload.event(), Json.of(payload.properties()));
  }

  @Override
  @SuppressWarnings("deprecation") // the Spec still has categories
  public void screen(ScreenPayload payload) {
    mixpanel.screen(
        user(payload), payload.name(), payload.category(), Json.of(payload.properties()));
  }

  @Override
  public void identify(IdentifyPayload payload) {
    JSONObject traits = Json.of(payload.traits());
    // analytics-android keeps both ids among the traits
    traits.remove("anonymousId");
    traits.remove("userId");
    mixpanel.identify(user(payload), traits);
  }

  @Override
  public void alias(AliasPayload payload) {
    mixpanel.alias(user(payload), payload.previousId());
  }

  @Override
  public void group(GroupPayload payload) {
    mixpanel.group(payload.groupId(), Json.of(payload.traits()));
  }

  /** Mixpanel's library flushes too, but not if it was there later than the activity. */
  @Override
  public void onActivityStopped(Activity activity) {
    mixpanel.flush();
  }

  @Override
  public void flush() {
    mixpanel.flush();
  }

  @Override
  public void reset() {
    mixpanel.reset();
  }

  @Override
  public MixpanelAPI getUnderlyingInstance() {
    return mixpanel.library();
  }

  private static User user(BasePayload payload) {
    return new User(payload.anonymousId(), payload.userId());
  }
}
