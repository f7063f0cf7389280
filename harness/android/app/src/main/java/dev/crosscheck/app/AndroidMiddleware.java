package dev.crosscheck.app;

import com.segment.analytics.Middleware;
import com.segment.analytics.integrations.BasePayload;
import com.segment.analytics.integrations.GroupPayload;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.ScreenPayload;
import com.segment.analytics.integrations.TrackPayload;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.json.JSONObject;

/** A customer's middleware for analytics-android. To drop an event it hands it to nobody. */
final class AndroidMiddleware implements Middleware {
  private final Rule rule;

  AndroidMiddleware(Rule rule) {
    this.rule = rule;
  }

  @Override
  public void intercept(Chain chain) {
    BasePayload payload = chain.payload();
    if (!rule.isFor(new Seen(payload))) {
      chain.proceed(payload);
    } else if (!rule.drops()) {
      chain.proceed(changed(payload));
    }
  }

  private BasePayload changed(BasePayload payload) {
    BasePayload.Builder<?, ?> builder = payload.toBuilder();
    if (builder instanceof TrackPayload.Builder) {
      TrackPayload.Builder track = (TrackPayload.Builder) builder;
      track.properties(merged(payload.getValueMap("properties"), rule.to("properties")));
      if (rule.toEvent() != null) {
        track.event(rule.toEvent());
      }
    } else if (builder instanceof ScreenPayload.Builder) {
      ((ScreenPayload.Builder) builder)
          .properties(merged(payload.getValueMap("properties"), rule.to("properties")));
    } else if (builder instanceof IdentifyPayload.Builder) {
      ((IdentifyPayload.Builder) builder)
          .traits(merged(payload.getValueMap("traits"), rule.to("traits")));
    } else if (builder instanceof GroupPayload.Builder) {
      ((GroupPayload.Builder) builder)
          .traits(merged(payload.getValueMap("traits"), rule.to("traits")));
    }
    builder.context(merged(payload.context(), rule.to("context")));
    return builder.build();
  }

  /**
   * JSON Merge Patch (RFC 7396): maps are merged, null takes away, anything else replaces.
   *
   * @param usual null for none
   * @param patch null to leave it as it is
   */
  private static Map<String, Object> merged(Map<?, ?> usual, JSONObject patch) {
    Map<String, Object> merged = new LinkedHashMap<>();
    if (usual != null) {
      for (Map.Entry<?, ?> entry : usual.entrySet()) {
        merged.put(String.valueOf(entry.getKey()), entry.getValue());
      }
    }
    if (patch == null) {
      return merged;
    }
    Map<String, Object> plain = Json.map(patch);
    for (Iterator<String> keys = patch.keys(); keys.hasNext(); ) {
      String key = keys.next();
      if (patch.isNull(key)) {
        merged.remove(key);
      } else if (patch.optJSONObject(key) != null) {
        Object own = merged.get(key);
        Map<?, ?> map = own instanceof Map ? (Map<?, ?>) own : null;
        merged.put(key, merged(map, patch.optJSONObject(key)));
      } else {
        merged.put(key, plain.get(key));
      }
    }
    return merged;
  }

  private static final class Seen implements Rule.Event {
    private final BasePayload payload;

    Seen(BasePayload payload) {
      this.payload = payload;
    }

    @Override
    public String field(String name) {
      return name.equals("type") ? payload.type().name() : payload.getString(name);
    }

    @Override
    public boolean carries(String key) {
      return has(payload.getValueMap("properties"), key) || has(payload.getValueMap("traits"), key);
    }

    private static boolean has(Map<?, ?> fields, String key) {
      return fields != null && fields.containsKey(key);
    }
  }
}
