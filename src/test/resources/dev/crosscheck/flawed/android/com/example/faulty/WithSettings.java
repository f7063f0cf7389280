package com.example.faulty;

import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.Integration;
import java.util.function.Consumer;

/** The sound integration, made with other settings than Segment serves. */
final class WithSettings extends Behind.Faulty {
  private final Consumer<ValueMap> change;

  WithSettings(Consumer<ValueMap> change) {
    super(Behind::new);
    this.change = change;
  }

  @Override
  public Integration<?> create(ValueMap settings, Analytics analytics) {
    ValueMap other = new ValueMap();
    other.putAll(settings);
    change.accept(other);
    return super.create(other, analytics);
  }
}
