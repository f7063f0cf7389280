package com.example.mixpanel;

import android.content.Context;
import com.mixpanel.android.mpmetrics.MPConfig;
import com.mixpanel.android.mpmetrics.MixpanelAPI;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.json.JSONArray;
import org.json.JSONObject;

/**
 * What Segment's calls are to Mixpanel, whichever of Segment's SDKs makes them. They may come on
 * any thread, several at once, and are let in one by one, first come, first served.
 *
 * <p>Segment and Mixpanel know a user by the same ids. Mixpanel's library makes up a device id of
 * its own and cannot be told another, so each event says itself whom it is of.
 */
final class Mixpanel {
  private static final String EUROPE = "https://api-eu.mixpanel.com";

  private final Context context;
  private final Options options;
  private final Lock turn = new ReentrantLock(true);
  private MixpanelAPI library;
  private Profile profile;

  private Mixpanel(Context context, Options options) {
    this.context = context;
    this.options = options;
  }

  /**
   * Empty without a token. The library is loaded by the first call: it tells Mixpanel of itself at
   * once, and where Segment keeps every call from Mixpanel, it must not.
   */
  static Optional<Mixpanel> start(Context context, JSONObject settings) {
    Options options = Options.of(settings);
    return options.token().isEmpty()
        ? Optional.empty()
        : Optional.of(new Mixpanel(context, options));
  }

  /** Null if the app may not use the internet. */
  MixpanelAPI library() {
    turn.lock();
    try {
      if (library == null) {
        load();
      }
      return library;
    } finally {
      turn.unlock();
    }
  }

  private void load() {
    if (options.enableEuropeanUnionEndpoint()) {
      // Before the library is there: the first thing that it does is to send.
      MPConfig.getInstance(context).setServerURL(EUROPE);
    }
    boolean automaticEvents = false;
    library = MixpanelAPI.getInstance(context, options.token(), automaticEvents);
    if (library != null) {
      profile = new Profile(options, library.getPeople());
      sign();
    }
  }

  void track(User user, String event, JSONObject properties) {
    inTurn(() -> send(user, event, properties));
  }

  /**
   * @param name null or empty if the screen has none
   * @param category null or empty if the screen has none
   */
  void screen(User user, String name, String category, JSONObject properties) {
    inTurn(() -> view(user, name, category, properties));
  }

  /** The traits of an unknown user: the library keeps them for the profile until one is known. */
  void identify(User user, JSONObject traits) {
    inTurn(
        () -> {
          if (user.isKnown()) {
            become(user);
          }
          describe(Traits.ofMixpanel(traits));
        });
  }

  /**
   * @param user its id is the new one
   * @param previousId null or empty for the current one
   */
  void alias(User user, String previousId) {
    inTurn(
        () -> {
          String current = library.getDistinctId();
          boolean toCurrent = isEmpty(previousId) || previousId.equals(user.anonymousId());
          if (user.isKnown() && !user.id().equals(current)) {
            String ofCurrent = isAnonymous() ? user.anonymous() : current;
            library.alias(user.id(), toCurrent ? ofCurrent : previousId);
          }
        });
  }

  /**
   * @param groupId null or empty: nothing happens
   */
  void group(String groupId, JSONObject traits) {
    if (!isEmpty(groupId)) {
      inTurn(() -> options.groupIdentifierTraits().forEach(key -> join(key, groupId, traits)));
    }
  }

  void flush() {
    ifLoaded(() -> library.flush());
  }

  void reset() {
    ifLoaded(
        () -> {
          library.reset();
          sign();
        });
  }

  private void inTurn(Runnable call) {
    turn.lock();
    try {
      if (library() != null) {
        call.run();
      }
    } finally {
      turn.unlock();
    }
  }

  private void ifLoaded(Runnable call) {
    turn.lock();
    try {
      if (library != null) {
        call.run();
      }
    } finally {
      turn.unlock();
    }
  }

  private void sign() {
    library.registerSuperProperties(Json.put(new JSONObject(), "mp_lib", "Segment: android"));
  }

  private boolean isAnonymous() {
    return library.getDistinctId().startsWith("$device:");
  }

  /** The library ties the user to its own device id; before that, tie it to Segment's. */
  private void become(User user) {
    if (isAnonymous()) {
      JSONObject both = signed(user, new JSONObject());
      library.track("$identify", Json.put(both, "$anon_distinct_id", user.anonymous()));
    }
    library.identify(user.id());
  }

  private void join(String key, String groupId, JSONObject traits) {
    Object id = traits.isNull(key) ? groupId : traits.opt(key);
    JSONObject clean = Json.clean(traits);
    if (clean.length() > 0) {
      library.getGroup(key, id).set(clean);
    }
    JSONArray joined = library.getSuperProperties().optJSONArray(key);
    if (joined == null || !id.equals(joined.opt(0))) {
      library.setGroup(key, id);
    }
  }

  private void describe(JSONObject traits) {
    register(options.chosen(traits, options.superProperties()));
    profile.describe(traits);
  }

  private void register(JSONObject properties) {
    JSONObject known = library.getSuperProperties();
    JSONObject merged = new JSONObject();
    Json.each(
        properties,
        (name, value) ->
            Json.put(
                merged,
                name,
                value instanceof JSONArray list
                    ? Json.union(known.optJSONArray(name), list)
                    : value));
    if (merged.length() > 0) {
      library.registerSuperProperties(merged);
    }
  }

  private void view(User user, String name, String category, JSONObject given) {
    JSONObject properties = Json.copy(given);
    if (!isEmpty(name)) {
      Json.put(properties, "name", name);
    }
    if (!isEmpty(category)) {
      Json.put(properties, "category", category);
    }
    if (options.consolidatedPageCalls() || options.trackAllPages()) {
      send(user, "Loaded a Screen", properties);
    } else if (options.trackCategorizedPages() && !isEmpty(category)) {
      String title = isEmpty(name) ? category : category + " " + name;
      send(user, "Viewed " + title + " Screen", properties);
    } else if (options.trackNamedPages() && !isEmpty(name)) {
      send(user, "Viewed " + name + " Screen", properties);
    }
  }

  private void send(User user, String event, JSONObject given) {
    JSONObject properties = Json.clean(given);
    profile.count(event, properties);
    library.track(event, signed(user, properties));
    register(Json.select(properties, (name, value) -> options.superProperties().contains(name)));
  }

  private JSONObject signed(User user, JSONObject properties) {
    JSONObject signed = Json.put(Json.copy(properties), "$device_id", user.anonymousId());
    if (user.isKnown()) {
      Json.put(signed, "$user_id", user.id());
      Json.put(signed, "distinct_id", user.id());
    } else if (isAnonymous()) {
      Json.put(signed, "distinct_id", user.anonymous());
    }
    return signed;
  }

  private static boolean isEmpty(String text) {
    return text == null || text.isEmpty();
  }
}
