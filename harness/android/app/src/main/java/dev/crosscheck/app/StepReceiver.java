package dev.crosscheck.app;

import android.app.Application;
import android.content.BroadcastReceiver;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.os.Handler;
import android.os.Looper;

/**
 * Takes links as {@link Host#take} does, beside the screen: one that is opened by a link is paused for it, which SDKs
 * take for a part of the app's life.
 */
public final class StepReceiver extends BroadcastReceiver {
  @Override
  public void onReceive(Context context, Intent intent) {
    Uri link = intent.getData();
    if (Host.isOurs(link)) {
      Host host = Host.of((Application) context.getApplicationContext());
      new Handler(Looper.getMainLooper()).post(() -> host.take(link)); // whoever sent it need not wait for the plugin
    }
  }
}
