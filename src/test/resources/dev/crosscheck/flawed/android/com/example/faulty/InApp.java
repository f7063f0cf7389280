package com.example.faulty;

import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.Integration;
import java.util.function.Supplier;

/** The sound integration, and Segment's SDK at hand. */
class InApp extends Behind {
  /** Set by the factory, before anything is called. */
  Analytics analytics;

  /** Puts a flaw before the sound integration. */
  static final class Flawed extends Behind.Faulty {
    Flawed(Supplier<InApp> flaw) {
      super(flaw::get);
    }

    @Override
    public Integration<?> create(ValueMap settings, Analytics analytics) {
      InApp made = (InApp) super.create(settings, analytics);
      made.analytics = analytics;
      return made;
    }
  }
}
