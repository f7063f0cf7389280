package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.adapter.appium.pretended.Phone;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.device.Waiting;
import dev.crosscheck.mobile.App;
import dev.crosscheck.mobile.CommandFailed;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.support.Samples;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A phone on which the real host app runs with a plugin, in the child JVM of an embedded device. It
 * knows no session, and acknowledges nothing: all that is seen of the app is its screen, its log
 * and its traffic.
 */
public final class EmbeddedPhone implements Phone {
  private static final Duration BOOT = Duration.ofSeconds(90);
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final InstantSource CLOCK = InstantSource.system();
  private static final int API = 34;
  private static final int FIRST_PID = 4000;

  /** A process that has ended stays in the JVM's memory. */
  private static final int PROCESSES = 12;

  private final AndroidRuntime runtime;
  private final List<Path> code;
  private final AppManifest manifest;
  private final List<String> runtimePermissions;
  private final ExecutorService acts = Executors.newSingleThreadExecutor();
  private final Map<String, Boolean> granted = new LinkedHashMap<>();
  private volatile Listener listener = (pid, level, tag, text) -> {};
  private volatile int network;
  private ChildJvm jvm;
  private int processes;
  private int pids = FIRST_PID;
  private boolean hasData;
  private boolean landscape;
  private boolean dark;
  private boolean online = true;
  private volatile int pid;
  private volatile boolean inFront;
  private volatile @Nullable String shown;

  /** Completes when the app's process is ended: what it was told waits no longer. */
  private volatile CompletableFuture<String> ending = new CompletableFuture<>();

  private EmbeddedPhone(
      AndroidRuntime runtime,
      List<Path> code,
      AppManifest manifest,
      List<String> runtimePermissions,
      ChildJvm jvm) {
    this.runtime = runtime;
    this.code = code;
    this.manifest = manifest;
    this.runtimePermissions = runtimePermissions;
    this.jvm = jvm;
  }

  /**
   * Boots it.
   *
   * @param code the plugin's classes, which are in the app
   * @param trust the authority that the app was built to trust
   * @param runtimePermissions those that its manifest asks for and its user grants
   * @param schemes of the partner's links that its manifest names
   */
  public static EmbeddedPhone boot(
      AndroidKit kit,
      List<Path> code,
      TrustAnchor trust,
      List<String> runtimePermissions,
      List<String> schemes) {
    try {
      EmbeddedSpec spec = new EmbeddedSpec("phone", Samples.AT, API, Sdk.ANALYTICS_ANDROID);
      AndroidRuntime runtime = AndroidRuntime.create(kit, spec, trust);
      ChildJvm jvm = start(runtime, code);
      AppManifest manifest =
          AppManifest.read(Path.of("harness/android/app/src/main")).opening(schemes);
      return new EmbeddedPhone(runtime, code, manifest, runtimePermissions, jvm);
    } catch (Shortage e) {
      throw new AssertionError(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  private static ChildJvm start(AndroidRuntime runtime, List<Path> code) throws Shortage {
    ChildJvm started = ChildJvm.start(runtime.command(code), runtime.errors());
    Waiting.await("booting Android", started.up(), Deadline.in(BOOT, CLOCK));
    return started;
  }

  @Override
  public void heardBy(Listener who) {
    listener = who;
  }

  @Override
  public void networkAt(int port) {
    network = port;
  }

  @Override
  public String packageName() {
    return AppManifest.PACKAGE;
  }

  @Override
  public String activity() {
    return manifest.activity();
  }

  @Override
  public boolean opens(String uri) {
    return manifest.schemes().stream().anyMatch(scheme -> uri.startsWith(scheme + ":"));
  }

  @Override
  public boolean asksFor(String permission) {
    return runtimePermissions.contains(permission);
  }

  @Override
  public OptionalInt pid() {
    int now = pid;
    return now == 0 ? OptionalInt.empty() : OptionalInt.of(now);
  }

  @Override
  public boolean isInFront() {
    return inFront;
  }

  @Override
  public Optional<String> state() {
    return Optional.ofNullable(shown);
  }

  private <T> CompletableFuture<T> act(Supplier<T> act) {
    return CompletableFuture.supplyAsync(act, acts);
  }

  private CompletableFuture<Void> act(Runnable act) {
    return CompletableFuture.runAsync(act, acts);
  }

  private String ask(String verb, String... arguments) {
    return Waiting.await(verb, jvm.ask(verb, arguments), Deadline.in(SOON, CLOCK));
  }

  /** Asks the app, which may be stuck until it is ended. */
  private void askApp(String verb, String... arguments) {
    CompletableFuture<Object> done = CompletableFuture.anyOf(jvm.ask(verb, arguments), ending);
    Waiting.await(verb, done, Deadline.in(SOON, CLOCK));
  }

  @Override
  public CompletableFuture<Void> launch() {
    return act(
        () -> {
          if (pid == 0) {
            begin();
            tell("launch");
          } else if (!inFront) {
            tell("foreground");
          }
        });
  }

  @Override
  public CompletableFuture<Void> link(String uri) {
    return act(
        () -> {
          if (pid == 0) {
            begin();
            tell("link", uri);
          } else {
            tell("follow", uri);
          }
        });
  }

  @Override
  public boolean receives(String component) {
    return component.equals(packageName() + "/.StepReceiver");
  }

  @Override
  public CompletableFuture<Void> broadcast(String uri) {
    return act(
        () -> {
          if (pid == 0) {
            begin();
          }
          askApp("broadcast", uri);
        });
  }

  /** Brings the app to the front. What it throws at that is its end. */
  private void tell(String verb, String... arguments) {
    try {
      askApp(verb, arguments);
      inFront = pid != 0;
    } catch (CommandFailed e) {
      crashed(pid, String.valueOf(e.getMessage()));
    }
  }

  private void begin() {
    ensureBooted();
    jvm.heardBy(new Ears(++pids));
    shown = null;
    pid = pids;
    ending = new CompletableFuture<>();
    processes++;
    if (hasData) {
      ask("again");
    } else {
      ask("open", String.valueOf(network), permissions(), providers());
    }
    hasData = true;
    granted.forEach((name, value) -> askApp("permission", name, value ? "granted" : "denied"));
    if (landscape) {
      askApp("rotate", "landscape");
    }
    if (dark) {
      askApp("appearance", "dark");
    }
    if (!online) {
      askApp("online", "false");
    }
  }

  private String permissions() {
    try {
      return String.join(" ", runtime.permissions(List.of()));
    } catch (Shortage e) {
      throw new IllegalStateException(e);
    }
  }

  private String providers() {
    try {
      return String.join(" ", runtime.providers());
    } catch (Shortage e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public CompletableFuture<Void> home() {
    return act(
        () -> {
          if (inFront) {
            inFront = false;
            askApp("background");
          }
        });
  }

  @Override
  public CompletableFuture<Void> stop() {
    ending.complete("");
    return act(
        () -> {
          if (!end()) {
            renew(); // its data is lost with it
            hasData = false;
          }
        });
  }

  /** Returns whether the process let go. */
  private boolean end() {
    boolean ran = pid != 0;
    pid = 0;
    inFront = false;
    shown = null;
    return !ran || ask("close").equals("true");
  }

  @Override
  public CompletableFuture<Void> clear() {
    ending.complete("");
    return act(
        () -> {
          boolean gone = end();
          hasData = false;
          granted.clear();
          if (!gone || processes >= PROCESSES) {
            renew();
          }
          ensureBooted(); // here, where nobody's patience is short
        });
  }

  /** Ends all of it at once; the next process of the app has Android booted anew. */
  private void renew() {
    jvm.kill();
    processes = 0;
  }

  private void ensureBooted() {
    if (!jvm.isAlive()) {
      try {
        jvm = start(runtime, code);
      } catch (Shortage e) {
        throw new IllegalStateException(e);
      }
    }
  }

  @Override
  public CompletableFuture<Void> rotate(boolean toLandscape) {
    return act(
        () -> {
          if (landscape != toLandscape && pid != 0) {
            askApp("rotate", toLandscape ? "landscape" : "portrait");
          }
          landscape = toLandscape;
        });
  }

  @Override
  public CompletableFuture<Void> appearance(boolean toDark) {
    return act(
        () -> {
          if (dark != toDark && pid != 0) {
            askApp("appearance", toDark ? "dark" : "light");
          }
          dark = toDark;
        });
  }

  @Override
  public CompletableFuture<Void> permission(String name, boolean value) {
    return act(
        () -> {
          granted.put(name, value);
          if (pid != 0) {
            askApp("permission", name, value ? "granted" : "denied");
          }
        });
  }

  @Override
  public CompletableFuture<Void> online(boolean now) {
    return act(
        () -> {
          online = now;
          if (pid != 0) {
            askApp("online", String.valueOf(now));
          }
        });
  }

  @Override
  public CompletableFuture<byte[]> screenshot() {
    return act(() -> Base64.getDecoder().decode(ask("screenshot")));
  }

  /** The system writes the trace into the log and ends the process. */
  private void crashed(int crashedPid, String trace) {
    if (pid != crashedPid) {
      return;
    }
    pid = 0;
    inFront = false;
    shown = null;
    String head =
        "FATAL EXCEPTION: main\nProcess: " + packageName() + ", PID: " + crashedPid + "\n";
    listener.logged(crashedPid, "E", "AndroidRuntime", head + trace.strip());
    var unused = act(() -> ask("close"));
  }

  @Override
  public void close() {
    acts.shutdownNow();
    jvm.kill();
  }

  /** Hears of one process of the app. */
  private final class Ears implements App.Listener {
    private final int mine;

    Ears(int mine) {
      this.mine = mine;
    }

    @Override
    public void shows(String text) {
      if (pid == mine) {
        shown = text;
      }
    }

    @Override
    public void logged(String level, String tag, String text) {
      String letter =
          switch (level) {
            case "error" -> "E";
            case "warn" -> "W";
            case "info" -> "I";
            default -> "D";
          };
      listener.logged(mine, letter, tag, text);
    }

    @Override
    public void crashed(String trace) {
      EmbeddedPhone.this.crashed(mine, trace);
    }
  }
}
