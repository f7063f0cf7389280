package test.partner;

import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import com.segment.analytics.kotlin.core.platform.Plugin;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * For analytics-kotlin: is added just while other plugins hear of the settings, if the SDK lets that come about, and
 * tells of the events that come when it has heard of them itself.
 */
public final class AddedPlugin extends DestinationPlugin {
  private volatile boolean hasSettings;

  @Override
  public String getKey() {
    return "Partner";
  }

  @Override
  public void setup(Analytics analytics) {
    super.setup(analytics);
    Hearing hearing = new Hearing();
    analytics.add(hearing);
    hearing.begun();
  }

  @Override
  public void update(Settings settings, Plugin.UpdateType type) {
    super.update(settings, type);
    hasSettings = true;
  }

  @Override
  public BaseEvent track(TrackEvent event) {
    if (event.getEvent().equals("Seen")) {
      Partner.post("/seen", hasSettings ? "with settings" : "without");
    }
    return event;
  }

  /** Hears of the settings for a while. */
  private static final class Hearing extends Bystander {
    private final CountDownLatch begun = new CountDownLatch(1);

    void begun() {
      wait(begun);
    }

    @Override
    public void update(Settings settings, UpdateType type) {
      begun.countDown();
      wait(new CountDownLatch(1));
    }

    private static void wait(CountDownLatch latch) {
      try {
        latch.await(1, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
