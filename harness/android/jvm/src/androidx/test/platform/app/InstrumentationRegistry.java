package androidx.test.platform.app;

import android.app.Instrumentation;
import android.os.Bundle;

/** Where Robolectric leaves its instrumentation. The published class comes with a test runner, which nobody needs. */
public final class InstrumentationRegistry {
  private static volatile Instrumentation instrumentation;
  private static volatile Bundle arguments = new Bundle();

  private InstrumentationRegistry() {}

  public static Instrumentation getInstrumentation() {
    if (instrumentation == null) {
      throw new IllegalStateException("Robolectric has not started yet");
    }
    return instrumentation;
  }

  public static Bundle getArguments() {
    return new Bundle(arguments);
  }

  public static void registerInstance(Instrumentation started, Bundle with) {
    instrumentation = started;
    arguments = new Bundle(with);
  }
}
