package dev.crosscheck.app;

import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.GroupEvent;
import com.segment.analytics.kotlin.core.IdentifyEvent;
import com.segment.analytics.kotlin.core.ScreenEvent;
import com.segment.analytics.kotlin.core.TrackEvent;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import kotlinx.serialization.json.Json;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonNull;
import kotlinx.serialization.json.JsonObject;
import org.json.JSONObject;

/**
 * A customer's middleware for analytics-kotlin, which has plugins instead: one that enriches events
 * stands before all destinations, or in one. To drop an event it gives none back.
 */
final class KotlinMiddleware extends Observer {
  private final Rule rule;
  private final Consumer<BaseEvent> dropped;

  /**
   * @param dropped hears of what goes no further
   */
  KotlinMiddleware(Rule rule, Consumer<BaseEvent> dropped) {
    this.rule = rule;
    this.dropped = dropped;
  }

  @Override
  public Type getType() {
    return Type.Enrichment;
  }

  @Override
  public BaseEvent execute(BaseEvent event) {
    if (!rule.isFor(new Seen(event))) {
      return event;
    } else if (rule.drops()) {
      dropped.accept(event);
      return null;
    }
    change(event);
    return event;
  }

  private void change(BaseEvent event) {
    if (event instanceof TrackEvent) {
      TrackEvent track = (TrackEvent) event;
      track.setProperties(merged(track.getProperties(), rule.to("properties")));
      if (rule.toEvent() != null) {
        track.setEvent(rule.toEvent());
      }
    } else if (event instanceof ScreenEvent) {
      ScreenEvent screen = (ScreenEvent) event;
      screen.setProperties(merged(screen.getProperties(), rule.to("properties")));
    } else if (event instanceof IdentifyEvent) {
      IdentifyEvent identify = (IdentifyEvent) event;
      identify.setTraits(merged(identify.getTraits(), rule.to("traits")));
    } else if (event instanceof GroupEvent) {
      GroupEvent group = (GroupEvent) event;
      group.setTraits(merged(group.getTraits(), rule.to("traits")));
    }
    event.setContext(merged(event.getContext(), rule.to("context")));
  }

  private static JsonObject merged(JsonObject usual, JSONObject patch) {
    return patch == null
        ? usual
        : merged(
            usual, JsonElementKt.getJsonObject(Json.Default.parseToJsonElement(patch.toString())));
  }

  /** JSON Merge Patch (RFC 7396): maps are merged, null takes away, anything else replaces. */
  private static JsonObject merged(JsonObject usual, JsonObject patch) {
    Map<String, JsonElement> merged = new LinkedHashMap<>(usual);
    for (Map.Entry<String, JsonElement> entry : patch.entrySet()) {
      JsonElement value = entry.getValue();
      if (value instanceof JsonNull) {
        merged.remove(entry.getKey());
      } else if (value instanceof JsonObject) {
        JsonElement own = merged.get(entry.getKey());
        JsonObject map = own instanceof JsonObject ? (JsonObject) own : new JsonObject(Map.of());
        merged.put(entry.getKey(), merged(map, (JsonObject) value));
      } else {
        merged.put(entry.getKey(), value);
      }
    }
    return new JsonObject(merged);
  }

  private static final class Seen implements Rule.Event {
    private final BaseEvent event;

    Seen(BaseEvent event) {
      this.event = event;
    }

    @Override
    public String field(String name) {
      switch (name) {
        case "type":
          return event.getType().name().toLowerCase(Locale.ROOT);
        case "event":
          return event instanceof TrackEvent ? ((TrackEvent) event).getEvent() : null;
        case "name":
          return event instanceof ScreenEvent ? ((ScreenEvent) event).getName() : null;
        default:
          return null;
      }
    }

    @Override
    public boolean carries(String key) {
      return fields().containsKey(key);
    }

    private JsonObject fields() {
      if (event instanceof TrackEvent) {
        return ((TrackEvent) event).getProperties();
      } else if (event instanceof ScreenEvent) {
        return ((ScreenEvent) event).getProperties();
      } else if (event instanceof IdentifyEvent) {
        return ((IdentifyEvent) event).getTraits();
      } else if (event instanceof GroupEvent) {
        return ((GroupEvent) event).getTraits();
      }
      return new JsonObject(Map.of());
    }
  }
}
