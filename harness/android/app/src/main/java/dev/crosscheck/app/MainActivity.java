package dev.crosscheck.app;

import android.app.Activity;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.widget.LinearLayout;
import android.widget.TextView;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * The app's one screen. It takes {@code crosscheck://probe?json=…}, {@code crosscheck://start?json=…} and {@code
 * crosscheck://step?json=…}, and shows what became of them as JSON, in an element that accessibility knows as {@code
 * crosscheck-state}. Other links are the app's own, as a customer's would be.
 */
public final class MainActivity extends Activity {
  private static final String SCHEME = "crosscheck";
  private static final String STATE = "crosscheck-state";

  /** Nothing but the text: a title bar would cost an embedded device time in every cell. */
  public static final int THEME = android.R.style.Theme_Material_Light_NoActionBar;

  private static final int PADDING = 40;

  private TextView stateView;

  @Override
  protected void onCreate(Bundle saved) {
    setTheme(THEME);
    // before super.onCreate(), which tells the SDK of this activity
    Host host = host();
    host.resume();
    if (saved == null) {
      take(getIntent()); // else it is the same screen again, as after a rotation
    }
    super.onCreate(saved);
    stateView = new TextView(this);
    stateView.setContentDescription(STATE);
    stateView.setPadding(PADDING, PADDING, PADDING, PADDING);
    LinearLayout screen = new LinearLayout(this);
    screen.setOrientation(LinearLayout.VERTICAL);
    screen.addView(stateView);
    setContentView(screen);
    host.shownBy(() -> stateView.setText(host.state().text()));
  }

  @Override
  protected void onNewIntent(Intent intent) {
    super.onNewIntent(intent);
    setIntent(intent);
    take(intent);
  }

  private void take(Intent intent) {
    Uri link = intent == null ? null : intent.getData();
    if (link == null || !SCHEME.equals(link.getScheme())) {
      return;
    }
    try {
      JSONObject json = new JSONObject(String.valueOf(link.getQueryParameter("json")));
      if ("start".equals(link.getHost())) {
        host().launch(json);
      } else if ("step".equals(link.getHost())) {
        host().step(json);
      } else if ("probe".equals(link.getHost())) {
        Reachability.probe(json.getString("url"), host().state());
      } else {
        host().state().error("there is nothing at " + link.getHost());
      }
    } catch (JSONException e) {
      host().state().error("a link that cannot be read: " + link, e);
    }
  }

  private Host host() {
    return Host.of(getApplication());
  }
}
