package dev.crosscheck.app;

import android.app.Application;
import android.net.Uri;
import android.os.Handler;
import android.os.Looper;
import org.json.JSONException;
import org.json.JSONObject;

/**
 * The app's one holder of the SDK: it starts the SDK as it is told, performs the steps, and keeps the state that the
 * screen shows. Knows nothing of who tells it, or of what it runs on.
 */
final class Host {
  private static final String SCHEME = "crosscheck";
  private static final long LOOK_MS = 10;

  private static Host only;

  private final Application application;
  private final Handler main = new Handler(Looper.getMainLooper());
  private final State state = new State(this::changed);
  private Runnable screen = () -> {};
  private SegmentSdk sdk;
  private boolean optedOut;

  private Host(Application application) {
    this.application = application;
  }

  static synchronized Host of(Application application) {
    if (only == null) {
      only = new Host(application);
    }
    return only;
  }

  /** Whether a link is Crosscheck's, and none of the app's own. */
  static boolean isOurs(Uri link) {
    return link != null && SCHEME.equals(link.getScheme());
  }

  /**
   * Takes {@code crosscheck://start?json=…}, {@code crosscheck://step?json=…} and {@code crosscheck://probe?json=…};
   * other links are none of its business.
   */
  void take(Uri link) {
    if (!isOurs(link)) {
      return;
    }
    try {
      JSONObject json = new JSONObject(String.valueOf(link.getQueryParameter("json")));
      if ("start".equals(link.getHost())) {
        launch(json);
      } else if ("step".equals(link.getHost())) {
        step(json);
      } else if ("probe".equals(link.getHost())) {
        Reachability.probe(json.getString("url"), state);
      } else {
        state.error("there is nothing at " + link.getHost());
      }
    } catch (JSONException e) {
      state.error("a link that cannot be read: " + link, e);
    }
  }

  /** Starts the SDK if an earlier process of the app was told how. */
  void resume() {
    if (sdk == null) {
      try {
        Launch kept = Launch.kept(application);
        if (kept != null) {
          start(kept);
        }
      } catch (JSONException e) {
        state.error("starting the app again", e);
      }
    }
  }

  /** Starts the SDK, and remembers how. */
  private void launch(JSONObject how) {
    if (sdk == null) {
      Launch launch = Launch.of(how);
      launch.keep(application);
      start(launch);
    }
  }

  private void start(Launch launch) {
    try {
      sdk =
          launch.isKotlin()
              ? KotlinSdk.start(application, launch, state, main)
              : AndroidSdk.start(application, launch, state, main);
    } catch (PluginMissing e) {
      state.failed(e.getMessage());
    }
  }

  /**
   * Performs a step: {@code {"number": 0, "call": "track", "event": …, "payload": …, "options": …}}, or one of flush,
   * reset, opt and push token.
   */
  private void step(JSONObject step) {
    int number = step.optInt("number", -1);
    try {
      if (sdk == null) {
        state.error("step " + number + " came before the SDK was started");
      } else {
        if (!perform(number, step)) {
          main.post(() -> state.taken(number, null, sdk.anonymousId(), sdk.userId()));
        }
        made(number, step);
      }
    } catch (JSONException e) {
      state.error("step " + number, e);
    }
  }

  /** Returns whether the SDK will tell when it has taken the step. */
  private boolean perform(int number, JSONObject step) throws JSONException {
    switch (step.getString("call")) {
      case "flush":
        sdk.flush();
        return false;
      case "reset":
        return sdk.reset(number);
      case "opt":
        optedOut = !step.getBoolean("in");
        sdk.optOut(optedOut);
        return false;
      case "push token":
        sdk.pushToken(step.getString("token"));
        return false;
      default:
        sdk.call(number, step);
        return !optedOut;
    }
  }

  /** The SDK may learn of a user beside the calls that come after, which are that user's. */
  private void made(int number, JSONObject step) {
    String user = "identify".equals(step.optString("call")) ? Json.text(step, "userId") : null;
    if (user == null || optedOut) {
      state.made(number);
      return;
    }
    sdk.knows(
        user,
        known -> {
          if (known) {
            state.made(number);
          } else {
            main.postDelayed(() -> made(number, step), LOOK_MS);
          }
        });
  }

  State state() {
    return state;
  }

  /** The screen that shows the state, from now on. */
  void shownBy(Runnable refresh) {
    screen = refresh;
    refresh.run();
  }

  private void changed() {
    main.post(() -> screen.run());
  }
}
