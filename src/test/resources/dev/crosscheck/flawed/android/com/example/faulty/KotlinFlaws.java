package com.example.faulty;

import android.content.Context;
import android.net.ConnectivityManager;
import com.example.mixpanel.MixpanelDestination;
import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.GroupEvent;
import com.segment.analytics.kotlin.core.IdentifyEvent;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.platform.Plugin;
import java.util.LinkedHashMap;
import java.util.Map;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonNull;
import kotlinx.serialization.json.JsonObject;
import kotlinx.serialization.json.JsonPrimitive;

/** What every plugin must not do, on analytics-kotlin; the name says which. */
public final class KotlinFlaws {
  private KotlinFlaws() {}

  /** The sound destination, which hears of other properties than Segment's SDK tells. */
  private abstract static class Retold extends MixpanelDestination {
    /** What becomes of a property; null: it is not sent. */
    abstract JsonElement change(String name, JsonElement value);

    @Override
    public BaseEvent track(TrackEvent event) {
      Map<String, JsonElement> properties = new LinkedHashMap<>();
      event
          .getProperties()
          .forEach(
              (name, value) -> {
                JsonElement changed = change(name, value);
                if (changed != null) {
                  properties.put(name, changed);
                }
              });
      TrackEvent other = event.copy();
      other.setProperties(new JsonObject(properties));
      super.track(other);
      return event;
    }
  }

  public static final class SwallowsRefunds extends MixpanelDestination {
    @Override
    public BaseEvent track(TrackEvent event) {
      return event.getEvent().equals("Order Refunded") ? event : super.track(event);
    }
  }

  public static final class SwallowsDeepLinks extends MixpanelDestination {
    @Override
    public BaseEvent track(TrackEvent event) {
      return event.getEvent().equals("Deep Link Opened") ? event : super.track(event);
    }
  }

  public static final class NullAsText extends Retold {
    @Override
    JsonElement change(String name, JsonElement value) {
      return value == JsonNull.INSTANCE
          ? JsonElementKt.JsonPrimitive(value.toString())
          : value;
    }
  }

  public static final class ThrowsOnNull extends Retold {
    private double sum;

    @Override
    JsonElement change(String name, JsonElement value) {
      if (value instanceof JsonPrimitive primitive && !primitive.isString()) {
        sum += Double.parseDouble(primitive.getContent().replaceAll("true|false", "0"));
      }
      return value;
    }
  }

  public static final class LosesOrderId extends Retold {
    @Override
    JsonElement change(String name, JsonElement value) {
      return name.equals("order_id") ? null : value;
    }
  }

  public static final class NumbersAsText extends Retold {
    @Override
    JsonElement change(String name, JsonElement value) {
      return value instanceof JsonPrimitive primitive
              && !primitive.isString()
              && primitive.getContent().matches("-?\\d.*")
          ? JsonElementKt.JsonPrimitive(primitive.getContent())
          : value;
    }
  }

  public static final class CutsTexts extends Retold {
    private static final int LONGEST = 100;

    @Override
    JsonElement change(String name, JsonElement value) {
      return value instanceof JsonPrimitive primitive
              && primitive.isString()
              && primitive.getContent().length() > LONGEST
          ? JsonElementKt.JsonPrimitive(primitive.getContent().substring(0, LONGEST))
          : value;
    }
  }

  public static final class SwallowsGroup extends MixpanelDestination {
    @Override
    public BaseEvent group(GroupEvent event) {
      return event;
    }
  }

  public static final class KeepsTheUser extends MixpanelDestination {
    @Override
    public void reset() {}
  }

  public static final class LostOffline extends MixpanelDestination {
    @Override
    public BaseEvent track(TrackEvent event) {
      Context app = (Context) getAnalytics().getConfiguration().getApplication();
      ConnectivityManager networks =
          (ConnectivityManager) app.getSystemService(Context.CONNECTIVITY_SERVICE);
      return networks.getActiveNetworkInfo().isConnected() ? super.track(event) : event;
    }
  }

  /** Hears of events before analytics-kotlin asks whether they are for it. */
  public static final class IgnoresIntegrations extends MixpanelDestination {
    @Override
    public void setup(Analytics analytics) {
      super.setup(analytics);
      analytics.add(new Ear());
    }

    @Override
    public BaseEvent track(TrackEvent event) {
      return event;
    }

    private void send(TrackEvent event) {
      super.track(event);
    }

    private final class Ear implements Plugin {
      private Analytics analytics;

      @Override
      public Type getType() {
        return Type.Enrichment;
      }

      @Override
      public Analytics getAnalytics() {
        return analytics;
      }

      @Override
      public void setAnalytics(Analytics analytics) {
        this.analytics = analytics;
      }

      @Override
      public void setup(Analytics analytics) {
        this.analytics = analytics;
      }

      @Override
      public void update(Settings settings, UpdateType type) {}

      @Override
      public void shutdown() {}

      @Override
      public BaseEvent execute(BaseEvent event) {
        if (event instanceof TrackEvent track) {
          send(track);
        }
        return event;
      }
    }
  }

  public static final class TraitsElsewhere extends MixpanelDestination {
    @Override
    public BaseEvent identify(IdentifyEvent event) {
      if (event.getTraits().get("plan") instanceof JsonPrimitive plan) {
        Elsewhere.post("https://stats.tracker.example/who", "plan=" + plan.getContent());
      }
      return super.identify(event);
    }
  }
}
