package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.BrowserSpec;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** A browser for every session, by classic WebDriver: one that is lost takes no other with it. */
final class ClassicDevice implements Device {
  /** Besides what its driver takes to begin a session. */
  private static final Duration SPARE = Duration.ofSeconds(15);

  private final ClassicSessions browsers;
  private final BrowserSpec spec;
  private final DeviceFacts facts;
  private final InstantSource clock;
  private final Consumer<Device> whenClosed;
  private final Map<Session, Tab> sessions = new ConcurrentHashMap<>();
  private volatile boolean closed;

  ClassicDevice(
      ClassicSessions browsers,
      BrowserSpec spec,
      DeviceFacts facts,
      InstantSource clock,
      Consumer<Device> whenClosed) {
    this.browsers = browsers;
    this.spec = spec;
    this.facts = facts;
    this.clock = clock;
    this.whenClosed = whenClosed;
  }

  @Override
  public DeviceFacts facts() {
    return facts;
  }

  /** What all its sessions depend on, if anything, shows when one is opened. */
  @Override
  public boolean isAlive() {
    return !closed;
  }

  @Override
  public Session open(Deployment plugin, ProxyAddress via) {
    if (!(plugin instanceof Deployment.WebPage page)) {
      throw new IllegalArgumentException("a browser opens web pages, not " + plugin);
    }
    refuseOnceClosed();
    Tab tab = opened(via);
    BrowserSession[] session = new BrowserSession[1];
    session[0] = new BrowserSession(tab, page, clock, () -> sessions.remove(session[0]));
    sessions.put(session[0], tab);
    if (closed) {
      close();
      refuseOnceClosed();
    }
    return session[0];
  }

  /** A simulator may have gone; the device that is started after this one boots it again. */
  private Tab opened(ProxyAddress via) {
    try {
      return browsers.open(spec, via, Deadline.in(browsers.patience().plus(SPARE), clock)).tab();
    } catch (DeviceLost e) {
      if (spec.simulator().isPresent()) {
        close();
      }
      throw e;
    }
  }

  @Override
  public void close() {
    closed = true;
    sessions.values().forEach(Tab::close);
    sessions.keySet().forEach(Session::close);
    whenClosed.accept(this);
  }

  private void refuseOnceClosed() {
    if (closed) {
      throw new DeviceLost("'" + spec.id() + "' has been closed");
    }
  }
}
