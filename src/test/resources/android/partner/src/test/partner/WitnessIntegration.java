package test.partner;

import android.app.Activity;
import android.os.Bundle;
import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.TrackPayload;

/** For analytics-android: sees what a plugin can see. */
public final class WitnessIntegration extends Integration<Void> {
  public static final Factory FACTORY =
      new Factory() {
        @Override
        public Integration<?> create(ValueMap settings, Analytics analytics) {
          return new WitnessIntegration(analytics);
        }

        @Override
        public String key() {
          return "Partner";
        }
      };

  private final Witness witness = new Witness();
  private final Analytics analytics;

  private WitnessIntegration(Analytics analytics) {
    this.analytics = analytics;
  }

  @Override
  public void track(TrackPayload payload) {
    ValueMap device = payload.context().getValueMap("device");
    String token = device == null ? null : device.getString("token");
    witness.track(analytics.getApplication(), payload.event(), token);
  }

  @Override
  public void reset() {
    witness.reset();
  }

  @Override
  public void onActivityCreated(Activity activity, Bundle state) {
    witness.saw("created");
  }

  @Override
  public void onActivityStarted(Activity activity) {
    witness.saw("started");
  }

  @Override
  public void onActivityResumed(Activity activity) {
    witness.resumed(activity);
  }

  @Override
  public void onActivityPaused(Activity activity) {
    witness.saw("paused");
  }

  @Override
  public void onActivityStopped(Activity activity) {
    witness.saw("stopped");
  }

  @Override
  public void onActivitySaveInstanceState(Activity activity, Bundle state) {
    witness.saw("saved");
  }

  @Override
  public void onActivityDestroyed(Activity activity) {
    witness.saw("destroyed");
  }
}
