package dev.crosscheck.app;

import android.app.Application;
import android.os.Handler;
import com.segment.analytics.Analytics;
import com.segment.analytics.Middleware;
import com.segment.analytics.Options;
import com.segment.analytics.Properties;
import com.segment.analytics.Traits;
import com.segment.analytics.ValueMap;
import com.segment.analytics.integrations.BasePayload;
import com.segment.analytics.integrations.Integration;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Consumer;
import org.json.JSONException;
import org.json.JSONObject;

/** analytics-android. A source middleware, the SDK's own hook, tells when it has taken a call. */
final class AndroidSdk implements SegmentSdk {
  private static final String SEGMENT = "Segment.io";

  /** A call that the SDK has not taken yet. */
  private static final class Call {
    final int number;
    private final String type;
    private final String event;

    Call(int number, JSONObject step) throws JSONException {
      this.number = number;
      this.type = step.getString("call");
      this.event = Json.text(step, "event");
    }

    boolean made(BasePayload payload) {
      return type.equals(payload.type().name())
          && (event == null || event.equals(payload.getString("event")));
    }
  }

  private final Deque<Call> open = new ConcurrentLinkedDeque<>();
  private final State state;
  private final Handler main;
  private Analytics analytics;

  private AndroidSdk(State state, Handler main) {
    this.state = state;
    this.main = main;
  }

  static AndroidSdk start(Application application, Launch launch, State state, Handler main)
      throws PluginMissing {
    AndroidSdk sdk = new AndroidSdk(state, main);
    Analytics.Builder builder =
        new Analytics.Builder(application, launch.writeKey())
            .trackApplicationLifecycleEvents()
            .flushQueueSize(1)
            .useSourceMiddleware(sdk::pass);
    for (Rule rule : launch.middleware()) {
      AndroidMiddleware middleware = new AndroidMiddleware(rule);
      if (rule.isForAll()) {
        builder.useSourceMiddleware(middleware);
      } else {
        builder.useDestinationMiddleware(rule.destination(), middleware);
      }
    }
    if (!launch.factory().isEmpty()) {
      builder.use(
          new Watched(
              PluginClass.instance(launch.factory(), Integration.Factory.class),
              launch.isOpen(),
              state));
    }
    if (launch.integrations() != null) {
      builder.defaultOptions(integrations(new Options(), launch.integrations()));
    }
    sdk.analytics = builder.build();
    state.runs(version(sdk.analytics));
    sdk.analytics.onIntegrationReady(SEGMENT, segment -> state.settings());
    sdk.analytics.onIntegrationReady(
        launch.isOpen() ? launch.plugin() : SEGMENT, ready -> state.ready());
    return sdk;
  }

  /** What it tells Segment with every message; null where it tells none. */
  private static String version(Analytics analytics) {
    ValueMap library = analytics.getAnalyticsContext().getValueMap("library");
    return library == null ? null : library.getString("version");
  }

  /** The plugin's factory, whose failures are written down; what it does, it does to the SDK. */
  private static final class Watched implements Integration.Factory {
    private final Integration.Factory factory;
    private final boolean wanted;
    private final State state;

    /** One that is not wanted, by its settings for instance, may make nothing. */
    Watched(Integration.Factory factory, boolean wanted, State state) {
      this.factory = factory;
      this.wanted = wanted;
      this.state = state;
    }

    @Override
    public Integration<?> create(ValueMap settings, Analytics analytics) {
      try {
        Integration<?> made = factory.create(settings, analytics);
        if (made == null && wanted) {
          state.failed("the plugin's factory made nothing: create() returned null");
        }
        return made;
      } catch (RuntimeException | Error e) {
        state.error("the plugin's factory threw", e);
        throw e;
      }
    }

    @Override
    public String key() {
      return factory.key();
    }
  }

  /** Calls come here in their order; between them come the SDK's own, as for the app's lifecycle. */
  private void pass(Middleware.Chain chain) {
    BasePayload payload = chain.payload();
    Call next = open.peek();
    boolean ours = next != null && next.made(payload);
    if (ours) {
      open.remove();
    }
    chain.proceed(payload);
    if (ours) {
      // the main thread hands it to the plugins first
      main.post(
          () ->
              state.taken(
                  next.number, payload.messageId(), payload.anonymousId(), payload.userId()));
    }
  }

  @Override
  public void call(int number, JSONObject step) throws JSONException {
    Options options = options(step.optJSONObject("options"));
    Map<String, Object> payload = Json.map(step.optJSONObject("payload"));
    open.add(new Call(number, step));
    switch (step.getString("call")) {
      case "identify":
        Traits traits = new Traits();
        traits.putAll(payload);
        analytics.identify(Json.text(step, "userId"), traits, options);
        break;
      case "track":
        analytics.track(step.getString("event"), properties(payload), options);
        break;
      case "screen":
        analytics.screen(
            Json.text(step, "category"), Json.text(step, "name"), properties(payload), options);
        break;
      case "group":
        Traits company = new Traits();
        company.putAll(payload);
        analytics.group(step.getString("groupId"), company, options);
        break;
      case "alias":
        analytics.alias(step.getString("userId"), options);
        break;
      default:
        throw new JSONException("analytics-android has no such call");
    }
  }

  private static Properties properties(Map<String, Object> payload) {
    Properties properties = new Properties();
    properties.putAll(payload);
    return properties;
  }

  /** Null where there is nothing to say, so that the app's own choice holds. */
  private static Options options(JSONObject given) throws JSONException {
    if (given == null || given.length() == 0) {
      return null;
    }
    Options options = new Options();
    JSONObject context = given.optJSONObject("context");
    if (context != null) {
      for (Map.Entry<String, Object> entry : Json.map(context).entrySet()) {
        options.putContext(entry.getKey(), entry.getValue());
      }
    }
    JSONObject integrations = given.optJSONObject("integrations");
    return integrations == null ? options : integrations(options, integrations);
  }

  private static Options integrations(Options options, JSONObject integrations) {
    for (Map.Entry<String, Object> entry : Json.map(integrations).entrySet()) {
      if (entry.getValue() instanceof Boolean) {
        options.setIntegration(entry.getKey(), (Boolean) entry.getValue());
      } else if (entry.getValue() instanceof Map) {
        @SuppressWarnings("unchecked")
        Map<String, Object> own = (Map<String, Object>) entry.getValue();
        options.setIntegrationOptions(entry.getKey(), own);
      }
    }
    return options;
  }

  @Override
  public void flush() {
    analytics.flush();
  }

  /** The plugin is reset in its turn, before it gets any later call. */
  @Override
  public boolean reset(int number) {
    analytics.reset();
    return false;
  }

  /** They are: the SDK does one thing after the other, on a thread that may still wait for settings. */
  @Override
  public void knows(String user, Consumer<Boolean> answer) {
    answer.accept(true);
  }

  @Override
  public void optOut(boolean out) {
    open.clear();
    analytics.optOut(out);
  }

  @Override
  public void pushToken(String token) {
    analytics.getAnalyticsContext().putDeviceToken(token);
  }

  @Override
  public String anonymousId() {
    return analytics.getAnalyticsContext().traits().anonymousId();
  }

  @Override
  public String userId() {
    String id = analytics.getAnalyticsContext().traits().userId();
    return id == null ? "" : id;
  }
}
