package dev.crosscheck.jvm;

import android.Manifest;
import android.app.Activity;
import android.app.Application;
import android.content.ContentProvider;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageInfo;
import android.content.pm.ProviderInfo;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.net.ConnectivityManager;
import android.net.Network;
import android.net.NetworkInfo;
import android.net.Uri;
import android.os.Bundle;
import android.os.HandlerThread;
import android.os.Looper;
import android.os.SystemClock;
import android.util.Log;
import android.view.View;
import android.view.ViewGroup;
import android.widget.TextView;
import dev.crosscheck.app.MainActivity;
import dev.crosscheck.app.StepReceiver;
import dev.crosscheck.jvm.shared.Controls;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.robolectric.Robolectric;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.Shadows;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.shadows.ShadowApplication;
import org.robolectric.shadows.ShadowConnectivityManager;
import org.robolectric.shadows.ShadowLog;
import org.robolectric.shadows.ShadowNetworkInfo;
import org.robolectric.shadows.ShadowSystemClock;

/** What a phone and its user do to the app. Lives in the sandbox, beside the app. */
public final class Phone implements Controls {
  private static final String VERSION = "1.2.3";
  private static final int VERSION_CODE = 42;

  private static final List<Duration> AWAY =
      List.of(Duration.ofMillis(600), Duration.ofMillis(600), Duration.ofMillis(600));

  private final Application application = RuntimeEnvironment.getApplication();
  private final List<String> permissions = new ArrayList<>();
  private ActivityController<MainActivity> screen;
  private NetworkInfo network;
  private boolean inFront;
  private CharSequence lastText;
  private String lastString;
  private int logged;

  @Override
  public void install(List<String> asked, List<String> providers) {
    SystemClock.setCurrentTimeMillis(java.time.Instant.now().toEpochMilli());
    logged = ShadowLog.getLogs().size();
    permissions.addAll(asked);
    Shadows.shadowOf(application).grantPermissions(asked.toArray(new String[0]));
    describe();
    for (String provider : providers) {
      start(provider);
    }
  }

  @Override
  public void warm() {
    SystemClock.setCurrentTimeMillis(java.time.Instant.now().toEpochMilli());
    ActivityController<Activity> other = Robolectric.buildActivity(Activity.class);
    other.get().setTheme(MainActivity.THEME);
    other.create();
    other.get().setContentView(new TextView(other.get()));
    other.start().resume().visible();
    picture(other.get());
    other.pause().stop().destroy();
  }

  private void describe() {
    PackageInfo info =
        Shadows.shadowOf(application.getPackageManager())
            .getInternalMutablePackageInfo(application.getPackageName());
    info.versionName = VERSION;
    info.setLongVersionCode(VERSION_CODE);
    info.requestedPermissions = permissions.toArray(new String[0]);
    info.requestedPermissionsFlags = new int[permissions.size()];
    for (int i = 0; i < permissions.size(); i++) {
      boolean granted =
          application.checkSelfPermission(permissions.get(i))
              == android.content.pm.PackageManager.PERMISSION_GRANTED;
      info.requestedPermissionsFlags[i] =
          granted ? PackageInfo.REQUESTED_PERMISSION_GRANTED : 0;
    }
  }

  private void start(String provider) {
    try {
      ProviderInfo info = new ProviderInfo();
      info.authority = application.getPackageName() + "." + provider;
      info.name = provider;
      info.packageName = application.getPackageName();
      info.applicationInfo = application.getApplicationInfo();
      ContentProvider made =
          (ContentProvider) Class.forName(provider).getConstructor().newInstance();
      made.attachInfo(application, info);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("content provider '" + provider + "' does not start", e);
    }
  }

  @Override
  public void launch() {
    open(new Intent(Intent.ACTION_MAIN).addCategory(Intent.CATEGORY_LAUNCHER));
  }

  @Override
  public void link(String uri) {
    Intent intent = new Intent(Intent.ACTION_VIEW, Uri.parse(uri));
    if (screen == null) {
      open(intent);
    } else {
      screen.newIntent(intent);
    }
  }

  @Override
  public void broadcast(String uri) {
    new StepReceiver()
        .onReceive(application, new Intent(Intent.ACTION_VIEW, Uri.parse(uri)));
  }

  @Override
  public void follow(String uri) {
    Intent intent = new Intent(Intent.ACTION_VIEW, Uri.parse(uri));
    if (screen == null) {
      open(intent);
    } else if (inFront) {
      screen.pause().newIntent(intent).resume();
    } else {
      screen.restart().start().newIntent(intent).resume();
      inFront = true;
    }
  }

  private void open(Intent intent) {
    intent.setClass(application, MainActivity.class);
    screen = Robolectric.buildActivity(MainActivity.class, intent);
    screen.setup();
    inFront = true;
  }

  @Override
  public void background() {
    if (inFront) {
      screen.pause().stop().saveInstanceState(new Bundle());
      inFront = false;
      stay();
    }
  }

  /** SDKs look a moment later whether the app is really gone: a user is away for longer than that. */
  private void stay() {
    AWAY.forEach(moment -> tick(moment.toNanos()));
  }

  @Override
  public void foreground() {
    if (!inFront) {
      screen.restart().start().resume();
      inFront = true;
    }
  }

  @Override
  public void leave() {
    if (screen != null) {
      background();
      screen.destroy();
    }
  }

  @Override
  public void rotate(boolean landscape) {
    RuntimeEnvironment.setQualifiers(landscape ? "+land" : "+port");
    configurationChanged();
  }

  @Override
  public void appearance(boolean dark) {
    RuntimeEnvironment.setQualifiers(dark ? "+night" : "+notnight");
    configurationChanged();
  }

  /** A screen that does not say that it takes such changes itself is made again. */
  private void configurationChanged() {
    if (screen != null && inFront) {
      screen.recreate();
    }
  }

  @Override
  public void permission(String name, boolean granted) {
    if (!permissions.contains(name)) {
      permissions.add(name);
    }
    ShadowApplication app = Shadows.shadowOf(application);
    if (granted) {
      app.grantPermissions(name);
    } else {
      app.denyPermissions(name);
    }
    describe();
  }

  @Override
  public void online(boolean online) {
    ConnectivityManager manager =
        (ConnectivityManager) application.getSystemService(Context.CONNECTIVITY_SERVICE);
    ShadowConnectivityManager shadow = Shadows.shadowOf(manager);
    if (network == null) {
      network = manager.getActiveNetworkInfo();
    }
    Network active = manager.getActiveNetwork();
    if (!online) {
      shadow.getNetworkCallbacks().forEach(callback -> callback.onLost(active));
    }
    shadow.setActiveNetworkInfo(
        online
            ? network
            : ShadowNetworkInfo.newInstance(
                NetworkInfo.DetailedState.DISCONNECTED,
                ConnectivityManager.TYPE_WIFI,
                0,
                false,
                NetworkInfo.State.DISCONNECTED));
    shadow.setDefaultNetworkActive(online);
    if (online) {
      Network back = manager.getActiveNetwork();
      shadow.getNetworkCallbacks().forEach(callback -> callback.onAvailable(back));
    }
    application.sendBroadcast(new Intent(ConnectivityManager.CONNECTIVITY_ACTION));
  }

  @Override
  public void tick(long nanos) {
    ShadowSystemClock.advanceBy(Duration.ofNanos(nanos));
    Shadows.shadowOf(Looper.getMainLooper()).idle();
  }

  @Override
  public String text(String description) {
    if (screen == null) {
      return null;
    }
    View found = find(screen.get().getWindow().getDecorView(), description);
    CharSequence text = found instanceof TextView ? ((TextView) found).getText() : null;
    if (text != lastText) {
      lastText = text;
      lastString = text == null ? null : text.toString();
    }
    return lastString;
  }

  private static View find(View view, String description) {
    if (description.contentEquals(
        view.getContentDescription() == null ? "" : view.getContentDescription())) {
      return view;
    }
    if (view instanceof ViewGroup) {
      ViewGroup group = (ViewGroup) view;
      for (int i = 0; i < group.getChildCount(); i++) {
        View found = find(group.getChildAt(i), description);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  @Override
  public byte[] screenshot() {
    return picture(screen.get());
  }

  private static byte[] picture(Activity activity) {
    View decor = activity.getWindow().getDecorView();
    Bitmap bitmap =
        Bitmap.createBitmap(decor.getWidth(), decor.getHeight(), Bitmap.Config.ARGB_8888);
    decor.draw(new Canvas(bitmap));
    ByteArrayOutputStream png = new ByteArrayOutputStream();
    bitmap.compress(Bitmap.CompressFormat.PNG, 100, png);
    bitmap.recycle();
    return png.toByteArray();
  }

  @Override
  public List<String[]> log() {
    List<ShadowLog.LogItem> all = ShadowLog.getLogs();
    List<String[]> fresh = new ArrayList<>();
    for (; logged < all.size(); logged++) {
      ShadowLog.LogItem item = all.get(logged);
      String thrown = item.throwable == null ? "" : "\n" + Log.getStackTraceString(item.throwable);
      fresh.add(new String[] {level(item.type), item.tag, item.msg + thrown});
    }
    return fresh;
  }

  private static String level(int type) {
    if (type >= Log.ERROR) {
      return "error";
    } else if (type == Log.WARN) {
      return "warn";
    }
    return type == Log.INFO ? "info" : "debug";
  }

  @Override
  public void quit(ThreadGroup threads) {
    Thread[] all = new Thread[threads.activeCount() + 16];
    int count = threads.enumerate(all, true);
    for (int i = 0; i < count; i++) {
      if (all[i] instanceof HandlerThread) {
        ((HandlerThread) all[i]).quit();
      }
    }
  }

  @Override
  public File dataFolder() {
    return application.getApplicationInfo().dataDir == null
        ? null
        : new File(application.getApplicationInfo().dataDir);
  }
}
