package test.partner;

import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import com.segment.analytics.kotlin.core.platform.plugins.StartupQueue;
import java.lang.reflect.Field;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import kotlin.jvm.JvmClassMappingKt;

/**
 * For analytics-kotlin: makes of the SDK's queue what its races make of it. It is shut, as by an old state that comes
 * last; or an event lies in it though it is open, as one that came in just when it opened.
 */
public final class QueuePlugin extends DestinationPlugin {
  private boolean kept;

  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  @SuppressWarnings("unchecked")
  public BaseEvent track(TrackEvent event) {
    if (event.getEvent().equals("Shut")) {
      ((AtomicBoolean) part("started")).set(false);
    } else if (event.getEvent().equals("Kept") && !kept) {
      kept = true;
      ((Queue<BaseEvent>) part("queuedEvents")).add(event);
    } else if (event.getEvent().equals("Kept")) {
      new Thread(() -> Partner.post("/kept", "{}")).start();
    }
    return event;
  }

  private Object part(String name) {
    try {
      StartupQueue queue = getAnalytics().find(JvmClassMappingKt.getKotlinClass(StartupQueue.class));
      Field field = StartupQueue.class.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(queue);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
