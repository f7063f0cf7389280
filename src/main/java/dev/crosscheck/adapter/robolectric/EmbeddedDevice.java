package dev.crosscheck.adapter.robolectric;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.EmbeddedSpec;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.Waiting;
import dev.crosscheck.mobile.AppSession;
import dev.crosscheck.supply.MavenFile;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Android in a JVM of its own, kept warm for one plugin's classes: another plugin gets another JVM,
 * and so do those after many users. One session at a time.
 */
final class EmbeddedDevice implements Device {
  private static final Duration BOOT = Duration.ofSeconds(90);
  private static final Duration ENDING = Duration.ofSeconds(6);

  /** What was booted stays in memory, some 50 MB: threads of its SDKs live on, and hold it. */
  private static final int SESSIONS = 16;

  private static final Map<Integer, String> RELEASES = Map.of(34, "14", 35, "15", 36, "16");

  private final AndroidRuntime runtime;
  private final EmbeddedSpec spec;
  private final InstantSource clock;
  private final String robolectric;
  private volatile @Nullable ChildJvm child;
  private volatile String sdkVersion = "";
  private volatile boolean closed;
  private List<Path> loaded = List.of();
  private int sessions;

  private EmbeddedDevice(
      AndroidRuntime runtime, EmbeddedSpec spec, InstantSource clock, String robolectric) {
    this.runtime = runtime;
    this.spec = spec;
    this.clock = clock;
    this.robolectric = robolectric;
  }

  static EmbeddedDevice create(AndroidRuntime runtime, EmbeddedSpec spec, InstantSource clock)
      throws Shortage {
    String robolectric =
        runtime.kit().supply().artifacts(AndroidKit.HARNESS, AndroidKit.ROBOLECTRIC).stream()
            .map(MavenFile::artifact)
            .filter(artifact -> artifact.key().equals("org.robolectric:robolectric"))
            .map(artifact -> artifact.version())
            .findFirst()
            .orElse("");
    return new EmbeddedDevice(runtime, spec, clock, robolectric);
  }

  @Override
  public DeviceFacts facts() {
    String release = RELEASES.getOrDefault(spec.api(), String.valueOf(spec.api()));
    return new DeviceFacts(
        spec.id(),
        spec.platform(),
        spec.kind(),
        "",
        "Android " + release + " (API " + spec.api() + ") in a JVM",
        release,
        spec.sdk().word(),
        sdkVersion,
        false,
        spec.notClosed(),
        Map.of(
            "robolectric",
            robolectric,
            "java",
            System.getProperty("java.runtime.version", ""),
            "network",
            "the JDK's, not Android's"),
        1);
  }

  /** A JVM that is gone is started again by the next session. */
  @Override
  public boolean isAlive() {
    return !closed;
  }

  @Override
  public Session open(Deployment plugin, ProxyAddress via) {
    if (!(plugin instanceof Deployment.MobileApp app)) {
      throw new IllegalArgumentException("an embedded device takes an app");
    }
    ChildJvm jvm = jvm(app.code().files());
    try {
      String permissions = String.join(" ", runtime.permissions(List.of()));
      String providers = String.join(" ", runtime.providers());
      Waiting.await(
          "booting the app's process",
          jvm.ask("open", String.valueOf(via.port()), permissions, providers),
          Deadline.in(BOOT, clock));
    } catch (Shortage e) {
      throw new DeviceLost(String.valueOf(e.getMessage()), e);
    } catch (RuntimeException e) {
      jvm.kill();
      throw e;
    }
    return new AppSession(
        new EmbeddedApp(jvm, () -> ended(jvm)), app, clock, version -> sdkVersion = version);
  }

  private synchronized ChildJvm jvm(List<Path> classes) {
    if (closed) {
      throw new DeviceLost("'" + spec.id() + "' was closed");
    }
    ChildJvm running = child;
    if (running != null && running.isAlive() && loaded.equals(classes) && sessions < SESSIONS) {
      sessions++;
      return running;
    }
    if (running != null) {
      running.kill();
    }
    try {
      ChildJvm started = ChildJvm.start(runtime.command(classes), runtime.errors());
      child = started;
      loaded = classes;
      sessions = 1;
      if (closed) {
        started.kill();
      }
      Waiting.await("booting Android", started.up(), Deadline.in(BOOT, clock));
      return started;
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  /** A process of the app that does not let go takes its JVM with it. */
  private void ended(ChildJvm jvm) {
    CompletableFuture<String> gone = jvm.ask("close");
    try {
      if (!Waiting.await("ending the app", gone, Deadline.in(ENDING, clock)).equals("true")) {
        jvm.kill();
      }
    } catch (RuntimeException e) {
      jvm.kill();
    }
  }

  @Override
  public void close() {
    closed = true;
    ChildJvm running = child;
    if (running != null) {
      running.kill();
    }
  }
}
