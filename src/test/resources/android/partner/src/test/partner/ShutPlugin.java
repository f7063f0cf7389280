package test.partner;

import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import com.segment.analytics.kotlin.core.platform.plugins.StartupQueue;
import java.lang.reflect.Field;
import java.util.concurrent.atomic.AtomicBoolean;
import kotlin.jvm.JvmClassMappingKt;

/** For analytics-kotlin: shuts the SDK's queue, as an old state does that comes last. */
public final class ShutPlugin extends DestinationPlugin {
  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    if (event.getEvent().equals("Shut")) {
      shut();
    }
    return event;
  }

  private void shut() {
    try {
      StartupQueue queue = getAnalytics().find(JvmClassMappingKt.getKotlinClass(StartupQueue.class));
      Field started = StartupQueue.class.getDeclaredField("started");
      started.setAccessible(true);
      ((AtomicBoolean) started.get(queue)).set(false);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
