package dev.crosscheck.app;

import android.app.Application;
import android.os.Handler;
import com.segment.analytics.kotlin.android.AndroidStorageProvider;
import com.segment.analytics.kotlin.android.plugins.AndroidContextPlugin;
import com.segment.analytics.kotlin.android.plugins.AndroidLifecyclePlugin;
import com.segment.analytics.kotlin.core.AliasEvent;
import com.segment.analytics.kotlin.core.Analytics;
import com.segment.analytics.kotlin.core.BaseEvent;
import com.segment.analytics.kotlin.core.Configuration;
import com.segment.analytics.kotlin.core.GroupEvent;
import com.segment.analytics.kotlin.core.IdentifyEvent;
import com.segment.analytics.kotlin.core.RequestFactory;
import com.segment.analytics.kotlin.core.ScreenEvent;
import com.segment.analytics.kotlin.core.Settings;
import com.segment.analytics.kotlin.core.TrackEvent;
import com.segment.analytics.kotlin.core.UserInfo;
import com.segment.analytics.kotlin.core.compat.ConfigurationBuilder;
import com.segment.analytics.kotlin.core.platform.DestinationPlugin;
import com.segment.analytics.kotlin.core.platform.EventPlugin;
import com.segment.analytics.kotlin.core.platform.Plugin;
import com.segment.analytics.kotlin.core.platform.plugins.DeviceTokenKt;
import java.net.HttpURLConnection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.CoroutineContext;
import kotlin.coroutines.EmptyCoroutineContext;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.jvm.functions.Function1;
import kotlin.jvm.internal.Reflection;
import kotlin.reflect.KClass;
import kotlinx.serialization.json.Json;
import kotlinx.serialization.json.JsonElement;
import kotlinx.serialization.json.JsonElementKt;
import kotlinx.serialization.json.JsonObject;
import org.json.JSONException;
import org.json.JSONObject;

/** analytics-kotlin. A plugin behind all destinations tells when the SDK has taken a call. */
final class KotlinSdk implements SegmentSdk {
  private static final long REMINDING_MS = 500;

  private final Map<String, Integer> numbers = new ConcurrentHashMap<>();
  private final Queue<Integer> resets = new ConcurrentLinkedQueue<>();
  private final State state;
  private final JSONObject integrations;
  private final Handler main;

  /** Whose settings Segment's must hold; empty where it is to run without. Without a network the SDK makes some up. */
  private final String plugin;

  private Analytics analytics;

  /** Whether events pass the SDK, or never will. */
  private volatile boolean open;

  private volatile boolean optedOut;

  private KotlinSdk(Launch launch, State state, Handler main) {
    this.state = state;
    this.integrations = launch.integrations();
    this.main = main;
    this.plugin = launch.isOpen() ? launch.plugin() : "";
  }

  static KotlinSdk start(Application application, Launch launch, State state, Handler main)
      throws PluginMissing {
    Plugin plugin =
        launch.factory().isEmpty()
            ? null
            : PluginClass.instance(launch.factory(), Plugin.class);
    KotlinSdk sdk = new KotlinSdk(launch, state, main);
    Configuration configuration =
        new ConfigurationBuilder(launch.writeKey())
            .setApplication(application)
            .setTrackApplicationLifecycleEvents(true)
            .setFlushAt(1)
            .build();
    Complete complete = new Complete();
    configuration.setRequestFactory(complete);
    configuration.setErrorHandler(
        thrown -> {
          state.error("analytics-kotlin reports", thrown);
          return Unit.INSTANCE;
        });
    // What the SDK's own Analytics(writeKey, context) does, but for an observer that needs an androidx.lifecycle
    // newer than any on Maven Central. The activity callbacks tell the same.
    configuration.setStorageProvider(AndroidStorageProvider.INSTANCE);
    sdk.analytics = new Analytics(configuration);
    state.runs(sdk.analytics.version());
    sdk.analytics.add(sdk.new Passage());
    sdk.analytics.add(new AndroidContextPlugin());
    sdk.analytics.add(new AndroidLifecyclePlugin());
    for (Rule rule : launch.middleware()) {
      if (rule.isForAll()) {
        sdk.analytics.add(new KotlinMiddleware(rule, sdk::dropped));
      }
    }
    if (plugin != null) {
      sdk.analytics.add(plugin);
      sdk.putBefore(plugin, launch);
    }
    sdk.analytics.add(sdk.new Watch());
    complete.now();
    return sdk;
  }

  /** A destination takes plugins of its own. */
  private void putBefore(Plugin plugin, Launch launch) {
    for (Rule rule : launch.middleware()) {
      if (!rule.isForAll() && plugin instanceof DestinationPlugin) {
        ((DestinationPlugin) plugin).add(new KotlinMiddleware(rule, event -> {}));
      } else if (!rule.isForAll()) {
        state.failed(launch.factory() + " is no DestinationPlugin: no plugin can stand before it");
      }
    }
  }

  /** An event goes no further, and no plugin behind this one will hear of it. */
  private void dropped(BaseEvent event) {
    Function1<? super BaseEvent, ? extends BaseEvent> enrichment = event.getEnrichment();
    if (enrichment != null) {
      enrichment.invoke(event); // what the caller says about a call comes behind all enrichment
    }
    acknowledge(event);
  }

  private void acknowledge(BaseEvent event) {
    Integer number = numbers.remove(event.getMessageId());
    if (number != null) {
      state.taken(number, event.getMessageId(), event.getAnonymousId(), event.getUserId());
    }
  }

  /**
   * Has the SDK ask for its settings once all plugins are in it. The SDK does not wait for them itself: a plugin that
   * is added just while others hear of the settings hears of none, and stays without.
   */
  private static final class Complete extends RequestFactory {
    private final CountDownLatch added = new CountDownLatch(1);

    void now() {
      added.countDown();
    }

    @Override
    public HttpURLConnection settings(String host, String writeKey) {
      try {
        added.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return super.settings(host, writeKey);
    }
  }

  /**
   * The queue that keeps events until the SDK has its settings hears of the SDK's states on several threads: where an
   * older one comes last it stays shut, and an event that comes in just when it opens lies in it. Whatever changes a
   * state tells it the newest, and lets out what is in it: so does this, which changes nothing.
   */
  private void remind() {
    if (!optedOut) {
      analytics.setEnabled(true);
    }
    main.postDelayed(this::remind, REMINDING_MS);
  }

  /**
   * Comes first behind the queue that keeps events until the SDK has its settings. That queue may lose an event that
   * comes in just the moment in which it opens, so the SDK is up once one has passed: the app's lifecycle brings it.
   */
  private final class Passage extends Observer {
    @Override
    public Type getType() {
      return Type.Before;
    }

    @Override
    public BaseEvent execute(BaseEvent event) {
      if (!open) {
        open = true;
        tellReady();
      }
      return event;
    }
  }

  /** Comes last, so that what it sees has been handed to the plugin. */
  private final class Watch extends Observer implements EventPlugin {
    @Override
    public Type getType() {
      return Type.After;
    }

    @Override
    public void update(Settings settings, UpdateType type) {
      if (plugin.isEmpty() || settings.hasIntegrationSettings(plugin)) {
        if (!state.hasSettings()) {
          main.postDelayed(KotlinSdk.this::remind, REMINDING_MS);
        }
        state.settings();
        tellReady();
      }
    }

    @Override
    public BaseEvent execute(BaseEvent event) {
      acknowledge(event);
      return event;
    }

    @Override
    public void reset() {
      Integer number = resets.poll();
      if (number != null) {
        state.taken(number, null, anonymousId(), userId());
      }
    }

    @Override
    public BaseEvent identify(IdentifyEvent event) {
      return event;
    }

    @Override
    public BaseEvent track(TrackEvent event) {
      return event;
    }

    @Override
    public BaseEvent screen(ScreenEvent event) {
      return event;
    }

    @Override
    public BaseEvent group(GroupEvent event) {
      return event;
    }

    @Override
    public BaseEvent alias(AliasEvent event) {
      return event;
    }

    @Override
    public void flush() {}
  }

  @Override
  public void call(int number, JSONObject step) throws JSONException {
    Function1<BaseEvent, BaseEvent> enrich = enrichment(number, step.optJSONObject("options"));
    JsonObject payload = object(step.optJSONObject("payload"));
    switch (step.getString("call")) {
      case "identify":
        String user = dev.crosscheck.app.Json.text(step, "userId");
        if (user == null) {
          analytics.identify(payload, enrich);
        } else {
          analytics.identify(user, payload, enrich);
        }
        break;
      case "track":
        analytics.track(step.getString("event"), payload, enrich);
        break;
      case "screen":
        String name = dev.crosscheck.app.Json.text(step, "name");
        String category = dev.crosscheck.app.Json.text(step, "category");
        analytics.screen(
            name == null ? "" : name, payload, category == null ? "" : category, enrich);
        break;
      case "group":
        analytics.group(step.getString("groupId"), payload, enrich);
        break;
      case "alias":
        analytics.alias(step.getString("userId"), enrich);
        break;
      default:
        throw new JSONException("analytics-kotlin has no such call");
    }
  }

  /** What the SDK lets a caller do to an event: its context and integrations are said this way. */
  private Function1<BaseEvent, BaseEvent> enrichment(int number, JSONObject options) {
    JSONObject context = options == null ? null : options.optJSONObject("context");
    JSONObject own = options == null ? null : options.optJSONObject("integrations");
    JSONObject wanted = own == null ? integrations : own;
    return event -> {
      if (event == null) {
        return null;
      }
      numbers.put(event.getMessageId(), number);
      if (context != null) {
        event.setContext(merged(event.getContext(), object(context)));
      }
      if (wanted != null) {
        event.setIntegrations(merged(event.getIntegrations(), object(wanted)));
      }
      return event;
    };
  }

  private static JsonObject merged(JsonObject usual, JsonObject more) {
    Map<String, JsonElement> all = new LinkedHashMap<>(usual);
    all.putAll(more);
    return new JsonObject(all);
  }

  private static JsonObject object(JSONObject json) {
    return json == null
        ? new JsonObject(Map.of())
        : JsonElementKt.getJsonObject(Json.Default.parseToJsonElement(json.toString()));
  }

  @Override
  public void flush() {
    analytics.flush();
  }

  /** The SDK resets plugins beside the calls that come after it, which may overtake. */
  @Override
  public boolean reset(int number) {
    resets.add(number);
    analytics.reset();
    return true;
  }

  /** Until the SDK has its settings, its store alone knows: {@link Analytics#userId} is behind. */
  @Override
  public void knows(String user, Consumer<Boolean> answer) {
    KClass<UserInfo> kind = Reflection.getOrCreateKotlinClass(UserInfo.class);
    Object now =
        analytics
            .getStore()
            .currentState(
                kind,
                new Continuation<UserInfo>() {
                  @Override
                  public CoroutineContext getContext() {
                    return EmptyCoroutineContext.INSTANCE;
                  }

                  @Override
                  public void resumeWith(Object later) {
                    answer.accept(isOf(user, later));
                  }
                });
    if (now != IntrinsicsKt.getCOROUTINE_SUSPENDED()) {
      answer.accept(isOf(user, now));
    }
  }

  private static boolean isOf(String user, Object info) {
    return info instanceof UserInfo && user.equals(((UserInfo) info).getUserId());
  }

  @Override
  public void optOut(boolean out) {
    optedOut = out;
    analytics.setEnabled(!out);
    open |= out; // no event will pass
    tellReady();
  }

  private void tellReady() {
    if (open && state.hasSettings()) {
      state.ready();
    }
  }

  @Override
  public void pushToken(String token) {
    DeviceTokenKt.setDeviceToken(analytics, token);
  }

  @Override
  public String anonymousId() {
    return analytics.anonymousId();
  }

  @Override
  public String userId() {
    String id = analytics.userId();
    return id == null ? "" : id;
  }
}
