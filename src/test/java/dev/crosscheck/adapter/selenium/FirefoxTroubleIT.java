package dev.crosscheck.adapter.selenium;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.crosscheck.adapter.local.LocalFirefoxes;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.support.Samples;
import dev.crosscheck.support.TestSupply;
import dev.crosscheck.support.Visit;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Pages that hang in Firefox, and its own death. */
class FirefoxTroubleIT extends BrowserTroubleContract {
  @Override
  protected BrowserLab furnish() {
    return BrowserLab.firefox();
  }

  /** As one says who is too old for what a session needs. */
  @Test
  void saysThatFirefoxGivesNoSession() throws Exception {
    InstantSource clock = InstantSource.system();
    LocalFirefoxes firefoxes = new LocalFirefoxes(TestSupply.create(), clock);
    Taken taken = new Taken(firefoxes, firefoxes.endpoint(Samples.FIREFOX));
    try (DeviceProvider provider = BrowserProvider.firefox(TestSupply.create(), taken, clock);
        Device first = start(provider)) {
      assertThatThrownBy(() -> start(provider))
          .isInstanceOf(DeviceLost.class)
          .hasMessageStartingWith("Firefox gives no WebDriver session: session not created: ");
      assertThat(first.isAlive()).isFalse();
      assertThat(taken.released().get()).isPositive();
    }
  }

  private Device start(DeviceProvider provider) {
    return provider.start(
        Samples.FIREFOX, lab.recorder().trust(), Visit.in(Duration.ofSeconds(60)));
  }

  /** One Firefox for everybody. */
  private record Taken(EndpointProvider real, Endpoint endpoint, AtomicInteger released)
      implements EndpointProvider {
    Taken(EndpointProvider real, Endpoint endpoint) {
      this(real, endpoint, new AtomicInteger());
    }

    @Override
    public boolean serves(DeviceSpec spec) {
      return real.serves(spec);
    }

    @Override
    public Endpoint endpoint(DeviceSpec spec) {
      return endpoint;
    }

    @Override
    public void release(Endpoint given) {
      released.incrementAndGet();
      real.release(given);
    }

    @Override
    public void close() {
      real.close();
    }
  }
}
