package dev.crosscheck.adapter.local;

import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.SystemProxy;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A Mac's proxy, in the settings of the network service by which it reaches the internet, set by
 * Apple's {@code networksetup}.
 */
public final class MacProxy implements SystemProxy {
  private static final String REFUSED =
      "Safari takes no proxy but the whole Mac's, which this run may not change";
  private static final String REMEDY =
      "allow it for a run with --allow-system-proxy; docs/devices.md tells what it does";

  private final boolean allowed;
  private final NetworkSetup network;
  private final AtomicBoolean led = new AtomicBoolean();

  /**
   * @param environment this process's variables
   * @param allowed whether the user has said that it may be changed
   * @param announcer hears where it could not be put back
   */
  public MacProxy(Map<String, String> environment, boolean allowed, Consumer<String> announcer) {
    this.allowed = allowed;
    this.network = new NetworkSetup(Map.copyOf(environment), announcer);
  }

  @Override
  public Optional<Availability.Unavailable> lacking() {
    return allowed ? Optional.empty() : Optional.of(new Availability.Unavailable(REFUSED, REMEDY));
  }

  @Override
  public Led lead(ProxyAddress to) {
    if (!allowed) {
      throw new DeviceLost(REFUSED + "; " + REMEDY);
    } else if (!led.compareAndSet(false, true)) {
      throw new DeviceLost("this Mac's proxy leads to another cell: one at a time");
    }
    Restorer restorer = null;
    boolean leads = false;
    try {
      String service = network.service();
      ProxySettings before = network.settings(service);
      // whatever becomes of us from here on, the settings are put back
      restorer = network.restorer(before.restoring(service));
      for (List<String> change : before.leading(service, to)) {
        network.set(change);
      }
      leads = true;
      return closing(restorer);
    } finally {
      if (!leads) {
        if (restorer != null) {
          restorer.close();
        }
        led.set(false);
      }
    }
  }

  private Led closing(Restorer restorer) {
    return () -> {
      if (restorer.close()) {
        led.set(false);
      }
    };
  }
}
