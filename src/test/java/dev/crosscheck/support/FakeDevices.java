package dev.crosscheck.support;

import dev.crosscheck.capture.Body;
import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.ProxyAddress;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.Acknowledgement;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.Deployment;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.HostPage;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.supply.Program;
import dev.crosscheck.support.FakeRecorder.FakeRecording;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Devices without a device: a script stands for SDK and plugin, and sends to the recording. */
public final class FakeDevices implements DeviceProvider {
  private final FakeRecorder recorder;
  private final Script script;
  private final AtomicInteger started = new AtomicInteger();
  private final ScheduledExecutorService later =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "fake device");
            thread.setDaemon(true);
            return thread;
          });

  public FakeDevices(FakeRecorder recorder, Script script) {
    this.recorder = recorder;
    this.script = script;
  }

  /** What SDK and plugin do. */
  public interface Script {
    /** Throws to say that the step is not taken, or that the device is lost. */
    void on(Step.OnDevice step, Wire wire) throws StepNotTaken;

    default void onReady(Wire wire) throws StepNotTaken {}

    default void onLeave(Wire wire) {}

    default void onClose(Wire wire) {}
  }

  /** What a script can do. */
  public final class Wire {
    private final FakeRecording recording;
    private final Deployment deployment;
    private final AtomicBoolean lost;

    Wire(FakeRecording recording, Deployment deployment, AtomicBoolean lost) {
      this.recording = recording;
      this.deployment = deployment;
      this.lost = lost;
    }

    public int get(String url) {
      return recording.send("GET", url, "");
    }

    public int post(String url, String body) {
      return recording.send("POST", url, body);
    }

    public void postAfter(Duration time, String url, String body) {
      later.schedule(
          () -> recording.send("POST", url, body), time.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** As soon as quiet of that length is waited for, once; a shorter one does not count. */
    public void inQuiet(Duration atLeast, Runnable act) {
      recording.inQuiet(atLeast, act);
    }

    public Deployment deployment() {
      return deployment;
    }

    /** Whoever asks the device again will know. */
    public void loseDeviceUnnoticed() {
      lost.set(true);
    }

    public void loseDevice() {
      loseDeviceUnnoticed();
      throw new DeviceLost("the fake device was lost");
    }
  }

  public int started() {
    return started.get();
  }

  @Override
  public boolean handles(DeviceSpec spec) {
    return true;
  }

  @Override
  public Availability check(DeviceSpec spec) {
    return new Availability.Available("a fake");
  }

  @Override
  public Set<Program> programs(DeviceSpec spec) {
    return Set.of(Program.XVFB);
  }

  @Override
  public void prepare(DeviceSpec spec) {}

  @Override
  public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
    started.incrementAndGet();
    return new FakeDevice(spec);
  }

  @Override
  public void close() {
    later.shutdownNow();
  }

  private final class FakeDevice implements Device {
    private final DeviceSpec spec;
    private final AtomicBoolean lost = new AtomicBoolean();

    FakeDevice(DeviceSpec spec) {
      this.spec = spec;
    }

    @Override
    public DeviceFacts facts() {
      return new DeviceFacts(
          spec.id(),
          "web",
          "browser",
          "None",
          "Fake 1",
          "1",
          "analytics-next",
          "1",
          false,
          spec.notClosed(),
          Map.of(),
          8);
    }

    @Override
    public boolean isAlive() {
      return !lost.get();
    }

    @Override
    public Session open(Deployment plugin, ProxyAddress via) {
      return new FakeSession(new Wire(recorder.at(via), plugin, lost));
    }

    @Override
    public void close() {
      lost.set(true);
    }
  }

  private final class FakeSession implements Session {
    private final Wire wire;
    private int performed;
    private final List<Acknowledgement> queued = new ArrayList<>();
    private boolean online = true;

    FakeSession(Wire wire) {
      this.wire = wire;
    }

    @Override
    public void ready(Deadline by) throws StepNotTaken {
      wire.recording.send("GET", HostPage.ORIGIN + "/", "");
      script.onReady(wire);
    }

    @Override
    public Acknowledgement perform(Step.OnDevice step, Deadline by) throws StepNotTaken {
      script.on(step, wire);
      Acknowledgement taken = acknowledgement(performed++, !online);
      if (!online) {
        queued.add(acknowledgement(taken.number(), false));
      }
      return taken;
    }

    @Override
    public List<Acknowledgement> acknowledged(Deadline by) {
      List<Acknowledgement> late = List.copyOf(queued);
      queued.clear();
      return late;
    }

    @Override
    public void online(boolean now, Deadline by) {
      online = now;
    }

    @Override
    public Observation observe(Probe what, Deadline by) {
      if (what instanceof Probe.Cookies) {
        return new Observation.Cookies(List.of());
      } else if (what instanceof Probe.Storage) {
        return new Observation.Storage(Map.of(), Map.of());
      } else if (what instanceof Probe.Element element) {
        return new Observation.Element(element.locator(), false, false, "");
      } else if (what instanceof Probe.Globals) {
        return new Observation.Globals(List.of());
      } else if (what instanceof Probe.Screenshot) {
        return new Observation.Screenshot(Body.of("png"));
      }
      return new Observation.Console(List.of());
    }

    @Override
    public void leave(Deadline by) {
      script.onLeave(wire);
    }

    @Override
    public void close() {
      script.onClose(wire);
    }

    private Acknowledgement acknowledgement(int number, boolean waits) {
      return new Acknowledgement(
          number, Instant.now(), waits, Optional.empty(), Optional.empty(), Optional.empty());
    }
  }
}
