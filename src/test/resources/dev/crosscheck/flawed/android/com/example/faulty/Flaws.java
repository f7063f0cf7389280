package com.example.faulty;

import android.app.Activity;
import android.content.Context;
import android.net.ConnectivityManager;
import android.net.Uri;
import android.os.Bundle;
import com.segment.analytics.Analytics;
import com.segment.analytics.Traits;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.AliasPayload;
import com.segment.analytics.integrations.IdentifyPayload;
import com.segment.analytics.integrations.Integration;
import com.segment.analytics.integrations.ScreenPayload;
import com.segment.analytics.integrations.TrackPayload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What every plugin must not do, on analytics-android; the name says which. */
public final class Flaws {
  private Flaws() {}

  public static final class UpperCasesNames {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    String event = payload.event().toUpperCase(Locale.ROOT);
                    super.track(payload.toBuilder().event(event).build());
                  }
                });
  }

  public static final class RoundsRevenue {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Retold() {
                  @Override
                  void change(Map<String, Object> properties) {
                    properties.computeIfPresent(
                        "revenue",
                        (name, value) ->
                            value instanceof Number number
                                ? Math.round(number.doubleValue())
                                : value);
                  }
                });
  }

  public static final class FlattensMaps {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Retold() {
                  @Override
                  void change(Map<String, Object> properties) {
                    properties.replaceAll(
                        (name, value) -> value instanceof Map ? value.toString() : value);
                  }
                });
  }

  public static final class LosesProducts {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Retold() {
                  @Override
                  void change(Map<String, Object> properties) {
                    properties.values().removeIf(value -> value instanceof List);
                  }
                });
  }

  public static final class AsciiOnly {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Retold() {
                  @Override
                  void change(Map<String, Object> properties) {
                    properties.replaceAll((name, value) -> each(value, this::ascii));
                  }

                  private Object ascii(Object value) {
                    return value instanceof String text
                        ? new String(
                            text.getBytes(StandardCharsets.US_ASCII), StandardCharsets.US_ASCII)
                        : value;
                  }
                });
  }

  public static final class SinglePrecision {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Retold() {
                  @Override
                  void change(Map<String, Object> properties) {
                    properties.replaceAll((name, value) -> each(value, this::single));
                  }

                  private Object single(Object value) {
                    return value instanceof Number number ? (double) number.floatValue() : value;
                  }
                });
  }

  public static final class CrashesWithoutUserId {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private int longest;

                  @Override
                  public void identify(IdentifyPayload payload) {
                    longest = Math.max(longest, payload.userId().length());
                    super.identify(payload);
                  }
                });
  }

  public static final class SwallowsScreen {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void screen(ScreenPayload payload) {}
                });
  }

  public static final class SwallowsAliases {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void alias(AliasPayload payload) {}
                });
  }

  public static final class ScreenByItself {
    public static final Integration.Factory FACTORY =
        new InApp.Flawed(
            () ->
                new InApp() {
                  @Override
                  public void onActivityStarted(Activity activity) {
                    super.screen(
                        new ScreenPayload.Builder()
                            .name(activity.getLocalClassName())
                            .anonymousId(analytics.getAnalyticsContext().traits().anonymousId())
                            .build());
                  }
                });
  }

  public static final class DropsTheTraits {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void identify(IdentifyPayload payload) {
                    boolean known = payload.userId() != null;
                    super.identify(
                        known ? payload.toBuilder().traits(new Traits()).build() : payload);
                  }
                });
  }

  public static final class LosesEarlyEvents {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private final Date made = new Date();

                  @Override
                  public void track(TrackPayload payload) {
                    if (!payload.timestamp().before(made)) {
                      super.track(payload);
                    }
                  }
                });
  }

  public static final class LostWithTheProcess {
    private static final long PATIENCE_MS = 30_000;

    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Later() {
                  private final List<Runnable> queue = new ArrayList<>();

                  @Override
                  void perform(Runnable call) {
                    queue.add(call);
                    later(PATIENCE_MS, this::empty);
                  }

                  private void empty() {
                    List<Runnable> calls = new ArrayList<>(queue);
                    queue.clear();
                    calls.forEach(Runnable::run);
                  }

                  @Override
                  public void flush() {
                    empty();
                    super.flush();
                  }

                  @Override
                  public void onActivityStopped(Activity activity) {
                    empty();
                    super.onActivityStopped(activity);
                  }
                });
  }

  public static final class IgnoresTheBackground {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void onActivityStopped(Activity activity) {}
                });
  }

  public static final class CrashesOnLinks {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private String campaign = "";

                  @Override
                  public void onActivityCreated(Activity activity, Bundle state) {
                    super.onActivityCreated(activity, state);
                    read(activity.getIntent().getData());
                  }

                  @Override
                  public void onActivityResumed(Activity activity) {
                    read(activity.getIntent().getData());
                  }

                  private void read(Uri link) {
                    if (link != null && !"crosscheck".equals(link.getScheme())) {
                      campaign = link.getQueryParameter("campaign").trim();
                    }
                  }
                });
  }

  public static final class CrashesWithoutNetwork {
    public static final Integration.Factory FACTORY =
        new InApp.Flawed(
            () ->
                new InApp() {
                  @Override
                  public void track(TrackPayload payload) {
                    super.track(payload);
                    ConnectivityManager networks =
                        (ConnectivityManager)
                            analytics
                                .getApplication()
                                .getSystemService(Context.CONNECTIVITY_SERVICE);
                    if (!networks.getActiveNetworkInfo().isConnected()) {
                      throw new IllegalStateException("no network for " + payload.event());
                    }
                  }
                });
  }

  public static final class NewVisitorEachEvent {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  @Override
                  public void track(TrackPayload payload) {
                    String visitor = UUID.randomUUID().toString();
                    super.track(payload.toBuilder().anonymousId(visitor).build());
                  }
                });
  }

  public static final class KeepsTheFirstUser {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(
            () ->
                new Behind() {
                  private String first = "";

                  @Override
                  public void identify(IdentifyPayload payload) {
                    if (first.isEmpty() && payload.userId() != null) {
                      first = payload.userId();
                    }
                    super.identify(
                        first.isEmpty() ? payload : payload.toBuilder().userId(first).build());
                  }

                  @Override
                  public void track(TrackPayload payload) {
                    super.track(
                        first.isEmpty() ? payload : payload.toBuilder().userId(first).build());
                  }
                });
  }

  public static final class StartsWithoutKey {
    public static final Integration.Factory FACTORY =
        new WithSettings(settings -> settings.putIfAbsent("token", "demo-token"));
  }

  public static final class TokenInTheSource {
    public static final Integration.Factory FACTORY =
        new WithSettings(settings -> settings.replace("token", "crosscheck-token"));
  }

  public static final class KeyElsewhere {
    public static final Integration.Factory FACTORY =
        new Behind.Faulty(Behind::new) {
          @Override
          public Integration<?> create(ValueMap settings, Analytics analytics) {
            Elsewhere.post(
                "https://errors.tracker.example/start", "token=" + settings.getString("token"));
            return super.create(settings, analytics);
          }
        };
  }
}
