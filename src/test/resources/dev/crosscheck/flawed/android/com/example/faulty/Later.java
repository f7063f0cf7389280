package com.example.faulty;

import android.os.Handler;
import android.os.Looper;
import com.segment.analytics.integrations.AliasPayload;
import com.segment.analytics.integrations.GroupPayload;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.ScreenPayload;
import com.segment.analytics.integrations.TrackPayload;

/** The sound integration, of which every call is made when a flaw says. */
abstract class Later extends Behind {
  private final Handler main = new Handler(Looper.getMainLooper());

  /** Makes the call, now, later, or never. */
  abstract void perform(Runnable call);

  void later(long delayMs, Runnable act) {
    main.postDelayed(act, delayMs);
  }

  @Override
  public void track(TrackPayload payload) {
    perform(() -> super.track(payload));
  }

  @Override
  public void screen(ScreenPayload payload) {
    perform(() -> super.screen(payload));
  }

  @Override
  public void identify(IdentifyPayload payload) {
    perform(() -> super.identify(payload));
  }

  @Override
  public void alias(AliasPayload payload) {
    perform(() -> super.alias(payload));
  }

  @Override
  public void group(GroupPayload payload) {
    perform(() -> super.group(payload));
  }

  @Override
  public void reset() {
    perform(super::reset);
  }
}
