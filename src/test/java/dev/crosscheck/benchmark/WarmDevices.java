package dev.crosscheck.benchmark;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Session;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A provider whose devices outlive the run that started them: the next one finds them warm. */
final class WarmDevices implements DeviceProvider {
  private final DeviceProvider real;
  private final Map<String, Device> started = new ConcurrentHashMap<>();

  WarmDevices(DeviceProvider real) {
    this.real = real;
  }

  @Override
  public boolean handles(DeviceSpec spec) {
    return real.handles(spec);
  }

  @Override
  public Availability check(DeviceSpec spec) {
    return real.check(spec);
  }

  @Override
  public Set<Program> programs(DeviceSpec spec) {
    return real.programs(spec);
  }

  @Override
  public void prepare(DeviceSpec spec) throws Shortage {
    real.prepare(spec);
  }

  /** A run asks its device before each cell whether it is alive; so does this. */
  @Override
  public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
    Device device = started.computeIfAbsent(spec.id(), id -> real.start(spec, trust, by));
    if (!device.isAlive()) {
      throw new DeviceLost("'" + spec.id() + "' was lost in the middle of the benchmark");
    }
    return new Kept(device);
  }

  @Override
  public void close() {
    real.close();
  }

  /** Is not closed by whoever borrowed it. */
  private record Kept(Device device) implements Device {
    @Override
    public DeviceFacts facts() {
      return device.facts();
    }

    @Override
    public boolean isAlive() {
      return device.isAlive();
    }

    @Override
    public Session open(Deployment plugin, ProxyAddress via) {
      return device.open(plugin, via);
    }

    @Override
    public void close() {}
  }
}
