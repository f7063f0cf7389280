package test.partner;

import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.TrackPayload;
import java.time.Instant;

/** For analytics-android: tells when it was initialised. */
public final class BornIntegration extends Integration<Void> {
  private static final Instant BORN = Instant.now();

  public static final Factory FACTORY =
      new Factory() {
        @Override
        public Integration<?> create(ValueMap settings, Analytics analytics) {
          return new BornIntegration();
        }

        @Override
        public String key() {
          return "Partner";
        }
      };

  @Override
  public void track(TrackPayload payload) {
    if (payload.event().equals("Born")) {
      new Thread(() -> Partner.post("/born", BORN.toString())).start();
    }
  }
}
