package dev.crosscheck.scenario;

import dev.crosscheck.capture.Network;
import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.spec.SpecCall;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import tools.jackson.databind.node.ObjectNode;

/** One thing that a scenario does. */
public sealed interface Step {
  SourceLocation at();

  /** The step in a few words, as reports name it: {@code track Order Completed}. */
  String describe();

  /**
   * Whether the page holds analytics.js back until this step, and an app its settings, so that the
   * calls before it are queued.
   */
  default boolean startsTheSdk() {
    return false;
  }

  /**
   * Whether it ends the app's process, or may on some device, so that what the app holds in memory
   * at that moment is gone.
   */
  default boolean mayEndTheApp() {
    return false;
  }

  /** Performed by the session on the device. */
  sealed interface OnDevice extends Step {}

  /** Performed by the recording: it holds from here on. */
  sealed interface OnNetwork extends Step {
    /** The hosts that are meant, {@code *} as wildcard; empty where none are named. */
    Optional<String> to();
  }

  /** Performed by the run itself. */
  sealed interface OnRun extends Step {}

  /** One of the six Spec calls. */
  sealed interface Call extends OnDevice {
    SpecCall call();

    CallOptions options();

    /** Its traits or properties; empty for alias. */
    ObjectNode payload();

    /** The same without {@code integrations} of its own, which may keep it from the plugin. */
    default Call ungated() {
      CallOptions open =
          new CallOptions(options().context(), Optional.empty(), options().timestamp());
      return options().integrations().isEmpty() ? this : with(open);
    }

    /** The same with other options. */
    default Call with(CallOptions other) {
      return with(payload(), other);
    }

    Call with(ObjectNode payload, CallOptions options);
  }

  record Identify(
      SourceLocation at, Optional<String> userId, ObjectNode payload, CallOptions options)
      implements Call {
    @Override
    public SpecCall call() {
      return SpecCall.IDENTIFY;
    }

    @Override
    public Call with(ObjectNode payload, CallOptions options) {
      return new Identify(at, userId, payload, options);
    }

    @Override
    public String describe() {
      return userId.map(id -> "identify " + id).orElse("identify");
    }
  }

  record Track(SourceLocation at, String event, ObjectNode payload, CallOptions options)
      implements Call {
    @Override
    public SpecCall call() {
      return SpecCall.TRACK;
    }

    @Override
    public Call with(ObjectNode payload, CallOptions options) {
      return new Track(at, event, payload, options);
    }

    @Override
    public String describe() {
      return "track " + event;
    }
  }

  record Page(
      SourceLocation at,
      Optional<String> category,
      Optional<String> name,
      ObjectNode payload,
      CallOptions options)
      implements Call {
    @Override
    public SpecCall call() {
      return SpecCall.PAGE;
    }

    @Override
    public Call with(ObjectNode payload, CallOptions options) {
      return new Page(at, category, name, payload, options);
    }

    @Override
    public String describe() {
      return name.map(n -> "page " + n).orElse("page");
    }
  }

  record Screen(
      SourceLocation at,
      Optional<String> category,
      Optional<String> name,
      ObjectNode payload,
      CallOptions options)
      implements Call {
    @Override
    public SpecCall call() {
      return SpecCall.SCREEN;
    }

    @Override
    public Call with(ObjectNode payload, CallOptions options) {
      return new Screen(at, category, name, payload, options);
    }

    @Override
    public String describe() {
      return name.map(n -> "screen " + n).orElse("screen");
    }
  }

  record Group(SourceLocation at, String groupId, ObjectNode payload, CallOptions options)
      implements Call {
    @Override
    public SpecCall call() {
      return SpecCall.GROUP;
    }

    @Override
    public Call with(ObjectNode payload, CallOptions options) {
      return new Group(at, groupId, payload, options);
    }

    @Override
    public String describe() {
      return "group " + groupId;
    }
  }

  record Alias(
      SourceLocation at,
      String userId,
      Optional<String> previousId,
      ObjectNode payload,
      CallOptions options)
      implements Call {
    @Override
    public SpecCall call() {
      return SpecCall.ALIAS;
    }

    @Override
    public Call with(ObjectNode payload, CallOptions options) {
      return new Alias(at, userId, previousId, payload, options);
    }

    @Override
    public String describe() {
      return "alias " + userId;
    }
  }

  /**
   * Waits until the SDK and the plugin are up. Where a scenario has this step, the page holds
   * analytics.js back until it, so that the calls before it are queued, as on a customer's page
   * that is still loading; where it has none, all calls are made once the SDK is up.
   */
  record Ready(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "ready";
    }

    @Override
    public boolean startsTheSdk() {
      return true;
    }
  }

  /**
   * Waits until analytics.js is up, whatever the plugin still waits for; before it the page holds
   * analytics.js back, as before {@link Ready}.
   */
  record SdkReady(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "sdk ready";
    }

    @Override
    public boolean startsTheSdk() {
      return true;
    }
  }

  /** Asks the SDK to send what it holds; on the web the page is hidden and shown again. */
  record Flush(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "flush";
    }
  }

  record Reset(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "reset";
    }
  }

  /** Opens a path of the host page, such as {@code /pricing?plan=pro}. */
  record Navigate(SourceLocation at, String path) implements OnDevice {
    @Override
    public String describe() {
      return "navigate " + path;
    }
  }

  record Reload(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "reload";
    }
  }

  record Click(SourceLocation at, Locator element) implements OnDevice {
    @Override
    public String describe() {
      return "click " + element;
    }
  }

  record Type(SourceLocation at, Locator element, String text) implements OnDevice {
    @Override
    public String describe() {
      return "type into " + element;
    }
  }

  /** Puts the app into the background, as the home button does. */
  record Background(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "background";
    }
  }

  record Foreground(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "foreground";
    }
  }

  /** Ends the app's process without a word to it, and opens the app again with its data. */
  record Relaunch(SourceLocation at) implements OnDevice {
    @Override
    public String describe() {
      return "relaunch";
    }

    @Override
    public boolean mayEndTheApp() {
      return true;
    }
  }

  /** Opens a URL in the app, such as {@code shop://orders/7}. */
  record DeepLink(SourceLocation at, String url) implements OnDevice {
    @Override
    public String describe() {
      return "deep link " + url;
    }
  }

  record Rotate(SourceLocation at, Orientation orientation) implements OnDevice {
    /** How the screen is held. */
    public enum Orientation {
      PORTRAIT,
      LANDSCAPE
    }

    @Override
    public String describe() {
      return "rotate: " + orientation.name().toLowerCase(Locale.ROOT);
    }
  }

  /** The system's own look, for all its apps. */
  record Appearance(SourceLocation at, Look look) implements OnDevice {
    /** Which colours apps are to show. */
    public enum Look {
      LIGHT,
      DARK;

      /** As it stands in scenarios. */
      public String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    @Override
    public String describe() {
      return "appearance: " + look.word();
    }
  }

  /**
   * A permission of the app, given or taken away. Android ends an app that loses one, iOS one for
   * which anything changes.
   *
   * @param name on Android its full name, such as {@code android.permission.CAMERA}; on iOS one of
   *     {@link #OF_IOS}
   */
  record Permission(SourceLocation at, String name, boolean granted) implements OnDevice {
    /** Those that can be given on a simulator: {@code location} ones by Apple's own tool. */
    public static final List<String> OF_IOS =
        List.of(
            "calendar",
            "camera",
            "contacts",
            "faceid",
            "health",
            "homekit",
            "location",
            "location-always",
            "medialibrary",
            "microphone",
            "motion",
            "notifications",
            "photos",
            "reminders",
            "siri",
            "speech",
            "userTracking");

    /** Whether it is named as iOS does. */
    public boolean isOfIos() {
      return OF_IOS.contains(name);
    }

    @Override
    public String describe() {
      return (granted ? "grant " : "deny ") + name;
    }

    @Override
    public boolean mayEndTheApp() {
      return true;
    }
  }

  /** Push messages as the app meets them, and what it tells the SDK about them. */
  record Push(SourceLocation at, Moment moment, String token, ObjectNode payload)
      implements OnDevice {
    /** The app got a token; a message came; a user tapped on one. */
    public enum Moment {
      TOKEN,
      RECEIVED,
      OPENED
    }

    @Override
    public String describe() {
      return "push " + moment.name().toLowerCase(Locale.ROOT);
    }
  }

  /** What the user says on the page's consent banner, by category. */
  record Consent(SourceLocation at, Map<String, Boolean> categories) implements OnDevice {
    public Consent {
      categories = Collections.unmodifiableMap(new LinkedHashMap<>(categories));
    }

    /** The user agrees to what is asked here. */
    public Consent agreed() {
      Map<String, Boolean> all = new LinkedHashMap<>(categories);
      all.replaceAll((category, said) -> true);
      return new Consent(at, all);
    }

    @Override
    public String describe() {
      return "consent"
          + categories.entrySet().stream()
              .map(said -> said.getKey() + ": " + (said.getValue() ? "yes" : "no"))
              .collect(Collectors.joining(", ", " ", ""))
              .stripTrailing();
    }
  }

  /** The user opts out of all that the SDK collects, or in again. */
  record Opt(SourceLocation at, boolean in) implements OnDevice {
    @Override
    public String describe() {
      return in ? "opt: in" : "opt: out";
    }
  }

  /**
   * The network from here on.
   *
   * @param to empty for the device's whole network
   */
  record SetNetwork(SourceLocation at, Network network, Optional<String> to) implements OnNetwork {
    /** Whether the device itself has no network, and says so. */
    public boolean isDeviceOffline() {
      return network instanceof Network.Offline && to.isEmpty();
    }

    @Override
    public String describe() {
      return "network: " + network.describe() + to.map(hosts -> " to " + hosts).orElse("");
    }
  }

  /**
   * How the partner's hosts answer from here on.
   *
   * @param to empty for all hosts where data may go
   * @param share of the requests that are met by it, in percent; empty for all
   * @param seed by which that share is drawn, and garbage is made
   */
  record PartnerAnswers(
      SourceLocation at,
      PartnerBehaviour behaviour,
      Optional<String> to,
      OptionalInt share,
      int seed)
      implements OnNetwork {
    /** Where nothing is said. */
    public static final int USUAL_SEED = 1;

    /** To every request, wherever data may go. */
    public static PartnerAnswers of(SourceLocation at, PartnerBehaviour behaviour) {
      return new PartnerAnswers(at, behaviour, Optional.empty(), OptionalInt.empty(), USUAL_SEED);
    }

    @Override
    public String describe() {
      boolean chance = share.isPresent() || behaviour instanceof PartnerBehaviour.Garbage;
      return "partner answers: "
          + behaviour.describe()
          + to.map(hosts -> " to " + hosts).orElse("")
          + (share.isPresent() ? ", " + share.getAsInt() + "% of requests" : "")
          + (chance ? ", seed " + seed : "");
    }
  }

  /** Waits until a message of the type has come. Not met by the deadline, the cell fails. */
  record WaitUntil(SourceLocation at, String type, int count, Optional<Pattern> match)
      implements OnRun {
    @Override
    public String describe() {
      return "wait until " + type;
    }
  }

  /**
   * Waits until the partner has been asked so often since the last {@code partner answers}, so that
   * it is met; or for so long, and then goes on, for nobody has to ask.
   */
  record PartnerAsked(SourceLocation at, int times, Duration within) implements OnRun {
    @Override
    public String describe() {
      return "partner asked " + times + " ×, or " + within.toMillis() + " ms";
    }
  }

  /** A window: what must have come since the last one. */
  record Expect(SourceLocation at, List<Expectation> expectations) implements OnRun {
    public Expect {
      expectations = List.copyOf(expectations);
    }

    @Override
    public String describe() {
      return "expect";
    }

    /** Whether something in it is only known once nothing more comes. */
    public boolean closes() {
      return expectations.stream().anyMatch(Expectation::closes);
    }
  }
}
