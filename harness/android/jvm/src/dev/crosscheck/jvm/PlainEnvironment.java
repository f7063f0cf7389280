package dev.crosscheck.jvm;

import android.app.Instrumentation;
import android.os.Bundle;
import javax.inject.Named;
import org.robolectric.android.internal.AndroidTestEnvironment;
import org.robolectric.internal.ShadowProvider;
import org.robolectric.pluginapi.Sdk;
import org.robolectric.pluginapi.TestEnvironmentLifecyclePlugin;

/** Robolectric's environment with Android's own instrumentation in place of a test runner's. */
public final class PlainEnvironment extends AndroidTestEnvironment {
  public PlainEnvironment(
      @Named("runtimeSdk") Sdk runtime,
      @Named("compileSdk") Sdk compiled,
      ShadowProvider[] shadows,
      TestEnvironmentLifecyclePlugin[] plugins) {
    super(runtime, compiled, shadows, plugins);
  }

  @Override
  protected Instrumentation pickInstrumentation() {
    return new Instrumentation() {
      @Override
      public void runOnMainSync(Runnable task) {
        task.run();
      }

      @Override
      public void finish(int code, Bundle results) {}
    };
  }
}
