package dev.crosscheck.adapter.selenium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.Session;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** A running browser. Every session is a user of its own in a window of its own. */
final class BidiDevice implements Device {
  private static final Duration OPENING = Duration.ofSeconds(20);
  private static final Duration STILL_THERE = Duration.ofSeconds(2);

  private final BidiBrowser browser;
  private final DeviceFacts facts;
  private final Optional<PhoneEmulation> phone;
  private final InstantSource clock;
  private final Consumer<Device> whenClosed;
  private final Set<Session> sessions = ConcurrentHashMap.newKeySet();

  BidiDevice(
      BidiBrowser browser,
      DeviceFacts facts,
      Optional<PhoneEmulation> phone,
      InstantSource clock,
      Consumer<Device> whenClosed) {
    this.browser = browser;
    this.facts = facts;
    this.phone = phone;
    this.clock = clock;
    this.whenClosed = whenClosed;
  }

  @Override
  public DeviceFacts facts() {
    return facts;
  }

  @Override
  public boolean isAlive() {
    if (!browser.bidi().isOpen()) {
      return false;
    }
    try {
      Patience.await(
          browser.bidi().send("browser.getUserContexts", Json.object()),
          Deadline.in(STILL_THERE, clock));
      return true;
    } catch (TimeoutException | WebDriverError | DeviceLost e) {
      return false;
    }
  }

  @Override
  public Session open(Deployment plugin, ProxyAddress via) {
    if (!(plugin instanceof Deployment.WebPage page)) {
      throw new IllegalArgumentException("a browser opens web pages, not " + plugin);
    }
    Tab tab = BidiTab.open(browser, via, phone, Deadline.in(OPENING, clock));
    BrowserSession[] session = new BrowserSession[1];
    session[0] = new BrowserSession(tab, page, clock, () -> sessions.remove(session[0]));
    sessions.add(session[0]);
    return session[0];
  }

  @Override
  public void close() {
    browser.close();
    sessions.forEach(Session::close);
    whenClosed.accept(this);
  }
}
