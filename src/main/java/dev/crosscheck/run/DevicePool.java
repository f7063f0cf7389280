package dev.crosscheck.run;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** Keeps one warm device for each entry of devices.yaml, started again when it is lost. */
final class DevicePool implements AutoCloseable {
  private final List<DeviceProvider> providers;
  private final TrustAnchor trust;
  private final InstantSource clock;
  private final Runnable started;
  private final Map<String, Place> places = new HashMap<>();
  private boolean closed;

  /**
   * @param started is run once a device has started, on the thread that leases it
   */
  DevicePool(
      List<DeviceProvider> providers, TrustAnchor trust, InstantSource clock, Runnable started) {
    this.providers = providers;
    this.trust = trust;
    this.clock = clock;
    this.started = started;
  }

  /** A slot on the device, which is started first if need be; given back by closing the lease. */
  Lease lease(DeviceSpec spec) throws InterruptedException {
    Place place;
    synchronized (places) {
      place = places.computeIfAbsent(spec.id(), id -> new Place(spec));
    }
    return place.lease();
  }

  /** What the device turned out to be; empty until it has been started. */
  Optional<DeviceFacts> facts(DeviceSpec spec) {
    synchronized (places) {
      Place place = places.get(spec.id());
      return place == null ? Optional.empty() : Optional.ofNullable(place.met).map(Device::facts);
    }
  }

  @Override
  public void close() {
    List<Place> all;
    synchronized (places) {
      closed = true;
      all = List.copyOf(places.values());
    }
    all.forEach(Place::close);
  }

  private boolean isClosed() {
    synchronized (places) {
      return closed;
    }
  }

  /** A device in use. */
  record Lease(Device device, Runnable back) implements AutoCloseable {
    @Override
    public void close() {
      back.run();
    }
  }

  private final class Place {
    private final DeviceSpec spec;
    private @Nullable Device device;
    private @Nullable Semaphore slots;

    /** Still there when it is lost; a device may come to know more of itself with each cell. */
    private volatile @Nullable Device met;

    Place(DeviceSpec spec) {
      this.spec = spec;
    }

    Lease lease() throws InterruptedException {
      Device running;
      Semaphore free;
      synchronized (this) {
        running = alive();
        free = slots == null ? new Semaphore(running.facts().slots(), true) : slots;
        slots = free;
      }
      free.acquire();
      return new Lease(running, free::release);
    }

    private Device alive() {
      Device current = device;
      if (current != null && current.isAlive()) {
        return current;
      }
      if (current != null) {
        current.close();
        slots = null;
      }
      if (isClosed()) {
        throw new IllegalStateException("the run has ended");
      }
      DeviceProvider provider =
          providers.stream().filter(p -> p.handles(spec)).findFirst().orElseThrow();
      Device fresh = provider.start(spec, trust, Deadline.in(spec.starting(), clock));
      device = fresh;
      met = fresh;
      started.run();
      return fresh;
    }

    synchronized void close() {
      if (device != null) {
        device.close();
        device = null;
      }
    }
  }
}
