package dev.crosscheck.app;

import android.app.Activity;
import android.content.Intent;
import android.os.Bundle;
import android.widget.LinearLayout;
import android.widget.TextView;

/**
 * The app's one screen. It takes {@code crosscheck://probe?json=…}, {@code crosscheck://start?json=…} and {@code
 * crosscheck://step?json=…}, and shows what became of them as JSON, in an element that accessibility knows as {@code
 * crosscheck-state}. Other links are the app's own, as a customer's would be.
 */
public final class MainActivity extends Activity {
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
    if (!Host.isOurs(intent.getData())) {
      setIntent(intent); // where the app was opened from, as plugins look it up, is left to the app
    }
    take(intent);
  }

  private void take(Intent intent) {
    if (intent != null) {
      host().take(intent.getData());
    }
  }

  private Host host() {
    return Host.of(getApplication());
  }
}
