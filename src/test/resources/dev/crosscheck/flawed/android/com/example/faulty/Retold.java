package com.example.faulty;

import com.segment.analytics.Properties;
import com.segment.analytics.integrations.TrackPayload;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The sound integration, which hears of other events than Segment's SDK tells. */
abstract class Retold extends Behind {
  /** What becomes of an event's properties, which are a copy. */
  abstract void change(Map<String, Object> properties);

  @Override
  public void track(TrackPayload payload) {
    Properties properties = new Properties();
    properties.putAll(payload.properties());
    change(properties);
    super.track(payload.toBuilder().properties(properties).build());
  }

  /** What {@code change} makes of every value within that is neither a list nor a map. */
  static Object each(Object value, UnaryOperator<Object> change) {
    if (value instanceof Map<?, ?> map) {
      Map<String, Object> changed = new LinkedHashMap<>();
      map.forEach((name, one) -> changed.put(String.valueOf(name), each(one, change)));
      return changed;
    } else if (value instanceof List<?> list) {
      List<Object> changed = new ArrayList<>();
      list.forEach(one -> changed.add(each(one, change)));
      return changed;
    }
    return change.apply(value);
  }
}
