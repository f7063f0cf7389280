package test.partner;

import android.app.Activity;
import android.content.Context;
import android.os.Bundle;
import com.segment.analytics.kotlin.android.plugins.AndroidLifecycle;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/** For analytics-kotlin: sees what a plugin can see. */
public final class WitnessPlugin extends DestinationPlugin implements AndroidLifecycle {
  private final Witness witness = new Witness();

  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    Context context = (Context) getAnalytics().getConfiguration().getApplication();
    JsonElement device = event.getContext().get("device");
    Object token = device instanceof JsonObject known ? known.get("token") : null;
    witness.track(
        context,
        event.getEvent(),
        token instanceof JsonPrimitive text ? text.getContent() : null);
    return event;
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
