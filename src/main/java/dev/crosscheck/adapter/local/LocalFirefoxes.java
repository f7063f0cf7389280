package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Runs Firefox, which serves WebDriver BiDi itself: a process for every device, until it is given
 * back, this is closed or the JVM ends.
 */
public final class LocalFirefoxes implements EndpointProvider {
  /** It makes a profile first, which takes long on a machine that has a lot to do. */
  private static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final Pattern LISTENING =
      Pattern.compile("WebDriver BiDi listening on (ws://\\S+)");

  private final Supply supply;
  private final InstantSource clock;
  private final Duration patience;
  private final Map<URI, ServerProcess> running = new ConcurrentHashMap<>();
  private volatile boolean closed;

  public LocalFirefoxes(Supply supply, InstantSource clock) {
    this(supply, clock, PATIENCE);
  }

  LocalFirefoxes(Supply supply, InstantSource clock, Duration patience) {
    this.supply = supply;
    this.clock = clock;
    this.patience = patience;
  }

  @Override
  public boolean serves(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser && browser.browser() == BrowserSpec.Browser.FIREFOX;
  }

  @Override
  public Endpoint endpoint(DeviceSpec spec) throws Shortage {
    if (!(spec instanceof BrowserSpec browser)) {
      throw new IllegalArgumentException("'" + spec.id() + "' is no browser");
    }
    ServerProcess firefox =
        ServerProcess.start(supply.program(Program.FIREFOX), program(browser, patience), clock);
    running.put(firefox.address(), firefox);
    if (closed) {
      close();
      throw new DeviceLost("no Firefox for '" + spec.id() + "': the browsers have been ended");
    }
    return new Endpoint(firefox.address(), Map.of(), Reach.LOOPBACK);
  }

  @Override
  public void release(Endpoint endpoint) {
    ServerProcess firefox = running.remove(endpoint.webDriver());
    if (firefox != null) {
      firefox.close();
    }
  }

  @Override
  public void close() {
    closed = true;
    List.copyOf(running.keySet())
        .forEach(address -> release(new Endpoint(address, Map.of(), Reach.LOOPBACK)));
  }

  private static ServerProgram program(BrowserSpec spec, Duration patience) {
    return new ServerProgram(
        Program.FIREFOX.title(),
        folder ->
            List.of(
                "-headless",
                "-no-remote",
                "-profile",
                FirefoxProfile.in(folder, spec).toString(),
                "--remote-debugging-port=0",
                // The run's authority is made known to it through its own window.
                "--remote-allow-system-access"),
        LocalFirefoxes::environment,
        LISTENING,
        "%s",
        patience);
  }

  /** Firefox refuses a home of another user, as root; and it keeps caches beside the profile. */
  private static Map<String, String> environment(Path folder) {
    return Map.of(
        "HOME",
        folder.toString(),
        "MOZ_CRASHREPORTER_DISABLE",
        "1",
        // without it, Firefox asks its maker for settings whatever the preferences say
        "MOZ_REMOTE_SETTINGS_DEVTOOLS",
        "1");
  }
}
