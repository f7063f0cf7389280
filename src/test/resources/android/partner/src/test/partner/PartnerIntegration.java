package test.partner;

import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.TrackPayload;
import org.json.JSONObject;

/** The plugin for analytics-android. */
public final class PartnerIntegration extends Integration<Void> {
  public static final Factory FACTORY =
      new Factory() {
        @Override
        public Integration<?> create(ValueMap settings, Analytics analytics) {
          return new PartnerIntegration();
        }

        @Override
        public String key() {
          return "Partner";
        }
      };

  private final Partner partner = new Partner();

  @Override
  public void identify(IdentifyPayload identify) {
    partner.profile(identify.userId());
  }

  @Override
  public void track(TrackPayload track) {
    partner.event(
        track.event(), track.userId(), new JSONObject(track.properties()).toString());
  }
}
