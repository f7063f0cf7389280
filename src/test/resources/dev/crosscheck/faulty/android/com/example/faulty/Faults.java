package com.example.faulty;

import android.app.Activity;
import android.os.Bundle;
import com.segment.analytics.Properties;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.TrackPayload;
import java.util.ArrayList;
import java.util.List;

/** Ways to be wrong on analytics-android; the name says which. */
public final class Faults {
  private Faults() {}

  public static final class DropsEvent {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    if (!isOrder(payload)) {
                      super.track(payload);
                    }
                  }
                });
  }

  public static final class WrongProperty {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    Properties properties = new Properties();
                    properties.putAll(payload.properties());
                    properties.computeIfPresent("revenue", (name, value) -> "25");
                    super.track(payload.toBuilder().properties(properties).build());
                  }
                });
  }

  public static final class DoubleSend {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    super.track(payload);
                    if (isOrder(payload)) {
                      super.track(payload);
                    }
                  }
                });
  }

  public static final class CopyOnLeaving {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private TrackPayload order;

                  @Override
                  public void track(TrackPayload payload) {
                    super.track(payload);
                    order = isOrder(payload) ? payload : order;
                  }

                  @Override
                  public void onActivityStopped(Activity activity) {
                    if (order != null) {
                      super.track(order);
                    }
                    super.onActivityStopped(activity);
                  }
                });
  }

  public static final class CopyOnTurning {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private TrackPayload last;

                  @Override
                  public void track(TrackPayload payload) {
                    super.track(payload);
                    last = payload;
                  }

                  @Override
                  public void onActivityCreated(Activity activity, Bundle state) {
                    super.onActivityCreated(activity, state);
                    if (last != null) {
                      super.track(last);
                    }
                  }
                });
  }

  public static final class NeverFlushes {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private final List<TrackPayload> queue = new ArrayList<>();

                  @Override
                  public void track(TrackPayload payload) {
                    queue.add(payload);
                  }
                });
  }

  public static final class KeepsTheUser {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void reset() {
                    flush();
                  }
                });
  }

  public static final class BlocksTheApp {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void identify(IdentifyPayload payload) {
                    Stuck.forEver();
                  }
                });
  }

  public static final class CrashesTheApp {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    super.track(payload);
                    new Thread(
                            () -> {
                              throw new IllegalStateException("no revenue in " + payload.event());
                            })
                        .start();
                  }
                });
  }

  public static final class SendsThoughDisabled {
    /** Segment's SDK asks for the key whether or not the plugin is switched on. */
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(Behind::new) {
          @Override
          public String key() {
            Elsewhere.post("https://api.mixpanel.com/track/", Elsewhere.form("App Seen"));
            return super.key();
          }
        };
  }

  public static final class EmailElsewhere {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void identify(IdentifyPayload payload) {
                    super.identify(payload);
                    Elsewhere.post(
                        "https://collect.tracker.example/who",
                        "{\"email\":\"" + payload.traits().email() + "\"}");
                  }
                });
  }

  public static final class PlainHttp {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    super.track(payload);
                    if (isOrder(payload)) {
                      Elsewhere.post("http://api.mixpanel.com/track/", Elsewhere.form("Seen"));
                    }
                  }
                });
  }
}
