package test.partner;

import com.segment.analytics.Analytics;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.Integration;

/** Factories that are not as they should be. */
public final class Factories {
  private Factories() {}

  /** Makes nothing. */
  public static final class Nothing implements Integration.Factory {
    @Override
    public Integration<?> create(ValueMap settings, Analytics analytics) {
      return null;
    }

    @Override
    public String key() {
      return "Partner";
    }
  }

  public static final class Throwing implements Integration.Factory {
    @Override
    public Integration<?> create(ValueMap settings, Analytics analytics) {
      throw new IllegalStateException("no settings for me");
    }

    @Override
    public String key() {
      return "Partner";
    }
  }

  /** Cannot be made from outside. */
  public static final class Unmakeable {
    private Unmakeable() {}
  }

  /** Is no factory. */
  public static final class Other {}

  /** Needs a class that the app has not. */
  public static final class Unloadable implements Integration.Factory {
    public Unloadable() {
      throw new NoClassDefFoundError("com/acme/Missing");
    }

    @Override
    public Integration<?> create(ValueMap settings, Analytics analytics) {
      return null;
    }

    @Override
    public String key() {
      return "Partner";
    }
  }
}
