package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.Reach;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs one chromedriver for all Chromium devices, on a loopback port of its own, from the first
 * request until this is closed or the JVM ends. A driver that died is started again.
 */
public final class LocalDrivers implements EndpointProvider {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final Supply supply;
  private final InstantSource clock;
  private @Nullable DriverProcess chromedriver;
  private boolean closed;

  public LocalDrivers(Supply supply, InstantSource clock) {
    this.supply = supply;
    this.clock = clock;
  }

  @Override
  public boolean serves(DeviceSpec spec) {
    return spec instanceof BrowserSpec browser && browser.browser() == BrowserSpec.Browser.CHROME;
  }

  @Override
  public synchronized Endpoint endpoint(DeviceSpec spec) throws Shortage {
    if (closed) {
      throw new DeviceLost("no driver for '" + spec.id() + "': the drivers have been ended");
    }
    DriverProcess running = chromedriver;
    if (running == null || !running.isAlive()) {
      if (running != null) {
        running.close();
      }
      running =
          DriverProcess.start(supply.program(Program.CHROMEDRIVER), Deadline.in(PATIENCE, clock));
      chromedriver = running;
    }
    return new Endpoint(running.address(), Map.of(), Reach.LOOPBACK);
  }

  @Override
  public synchronized void close() {
    closed = true;
    if (chromedriver != null) {
      chromedriver.close();
      chromedriver = null;
    }
  }
}
