package test.partner;

import android.app.Activity;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.content.res.Configuration;
import android.net.ConnectivityManager;
import android.net.NetworkInfo;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Tells what a plugin can see of the phone, a line for each thing, in their order. */
final class Witness {
  private static final String LOCATION = "android.permission.ACCESS_FINE_LOCATION";

  private final ExecutorService sender = Executors.newSingleThreadExecutor();
  private volatile Activity screen;

  void saw(String what) {
    sender.execute(() -> Partner.post("/seen", what));
  }

  void resumed(Activity activity) {
    screen = activity;
    Intent intent = activity.getIntent();
    if (intent != null && intent.getData() != null && !isOurs(intent)) {
      saw("link " + intent.getData());
    }
    saw("resumed");
  }

  /** Takes its time, as one that forgets a user on disk. */
  void reset() {
    try {
      Thread.sleep(300);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    saw("reset");
  }

  private static boolean isOurs(Intent intent) {
    return "crosscheck".equals(intent.getData().getScheme());
  }

  /**
   * @param event without the app's own lifecycle
   * @param token null where the app has none
   */
  void track(Context context, String event, String token) {
    if (event.startsWith("Application ")) {
      return;
    }
    if (event.equals("Where From")) {
      saw("from " + screen.getIntent().getData());
    }
    boolean granted =
        context.checkSelfPermission(LOCATION) == PackageManager.PERMISSION_GRANTED;
    ConnectivityManager network = context.getSystemService(ConnectivityManager.class);
    NetworkInfo active = network.getActiveNetworkInfo();
    boolean online = active != null && active.isConnected();
    saw(
        event
            + (granted ? ", granted" : ", denied")
            + (online ? ", online" : ", offline")
            + (isDark(context) ? ", dark" : ", light")
            + (token == null ? "" : ", token " + token));
  }

  private static boolean isDark(Context context) {
    int mode = context.getResources().getConfiguration().uiMode;
    return (mode & Configuration.UI_MODE_NIGHT_MASK) == Configuration.UI_MODE_NIGHT_YES;
  }
}
