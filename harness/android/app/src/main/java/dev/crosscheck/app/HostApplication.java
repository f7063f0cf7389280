package dev.crosscheck.app;

import android.app.Application;

/** Starts the SDK with the process, as customers' apps do, once the app knows what to embed. */
public final class HostApplication extends Application {
  @Override
  public void onCreate() {
    super.onCreate();
    Host.of(this).resume();
  }
}
