package dev.crosscheck.adapter.appium;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.TrustAnchor;
import dev.crosscheck.device.AgentChoice;
import dev.crosscheck.device.AppiumNeeds;
import dev.crosscheck.device.AppiumSpec;
import dev.crosscheck.device.Availability;
import dev.crosscheck.device.Device;
import dev.crosscheck.device.DeviceLost;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.device.Endpoint;
import dev.crosscheck.device.EndpointProvider;
import dev.crosscheck.device.Secrets;
import dev.crosscheck.supply.AndroidSdk;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import io.appium.java_client.android.AndroidDriver;
import io.appium.java_client.ios.IOSDriver;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** Emulators, simulators and phones, here or at a farm. */
public final class AppiumProvider implements DeviceProvider {
  private final AppiumNeeds needs;
  private final AndroidSdk android;
  private final AppleTools apple;
  private final EndpointProvider servers;
  private final Map<String, String> environment;
  private final InstantSource clock;

  /**
   * @param servers started here, or known
   * @param environment variables of this process, for adb, and those that devices.yaml asks for
   */
  public AppiumProvider(
      AppiumNeeds needs,
      AndroidSdk android,
      AppleTools apple,
      EndpointProvider servers,
      Map<String, String> environment,
      InstantSource clock) {
    this.needs = needs;
    this.android = android;
    this.apple = apple;
    this.servers = servers;
    this.environment = Map.copyOf(environment);
    this.clock = clock;
  }

  @Override
  public boolean handles(DeviceSpec spec) {
    return spec instanceof AppiumSpec;
  }

  @Override
  public Availability check(DeviceSpec spec) {
    AppiumSpec phone = (AppiumSpec) spec;
    return unset(phone).orElseGet(() -> needs.check(phone));
  }

  private Optional<Availability> unset(AppiumSpec spec) {
    List<String> unset =
        spec.variables().stream()
            .filter(name -> environment.getOrDefault(name, "").isBlank())
            .toList();
    if (!unset.isEmpty()) {
      return Optional.of(
          new Availability.Unavailable(
              "'" + String.join("', '", unset) + "' is not set in the environment: " + spec.at(),
              "set it where the run is started; in CI it is a secret of the project's"));
    } else if (spec.server().isPresent() && spec.address(environment).isEmpty()) {
      return Optional.of(
          new Availability.Unavailable(
              "'" + spec.server().get() + "' is no address of an Appium server: " + spec.at(),
              "let its variables make one such as https://farm.example/wd/hub; in a name or a key"
                  + " write '@', '/' and ':' as %40, %2F and %3A"));
    }
    return Optional.empty();
  }

  private Secrets secrets(AppiumSpec spec) {
    return Secrets.of(spec.variables(), environment);
  }

  @Override
  public Optional<String> warning(DeviceSpec spec) {
    return needs.warning((AppiumSpec) spec);
  }

  @Override
  public Set<Program> programs(DeviceSpec spec) {
    return needs.programs((AppiumSpec) spec);
  }

  @Override
  public void prepare(DeviceSpec spec) throws Shortage {
    needs.prepare((AppiumSpec) spec);
  }

  @Override
  public Device start(DeviceSpec spec, TrustAnchor trust, Deadline by) {
    AppiumSpec phone = (AppiumSpec) spec;
    try {
      Endpoint server = servers.endpoint(phone);
      if (phone.isIos()) {
        return ios(phone, server, trust, by);
      }
      return phone.isLocal() ? local(phone, server, by) : remote(phone, server, by);
    } catch (Shortage e) {
      throw new DeviceLost(e.getMessage() + "; " + e.remedy(), e);
    }
  }

  private Device ios(AppiumSpec spec, Endpoint server, TrustAnchor trust, Deadline by) {
    Simctl simctl = new Simctl(environment);
    boolean isOurs = spec.isLocal() && spec.target() instanceof AppiumSpec.Simulator;
    Set<String> before = isOurs ? simctl.booted() : Set.of();
    IOSDriver session;
    try {
      session =
          XcuiSessions.open(spec, server, AgentChoice.prebuilt(spec, apple), secrets(spec), by);
    } catch (DeviceLost e) {
      if (isOurs) {
        endSimulators(simctl, spec, before);
      }
      throw e;
    }
    String udid = UiAutomatorDevice.told(session.getCapabilities(), "udid");
    return new XcuiDevice(
        spec,
        new Talk<>(spec.id(), session, () -> servers.ended(server), secrets(spec)),
        Optional.ofNullable(server.capabilities().get(AppiumNeeds.PROXY_HOST))
            .map(Object::toString),
        Optional.ofNullable(server.capabilities().get("appium:app")).map(Object::toString),
        isOurs ? driver -> simctl.trust(udid, trust.pem()) : XcuiDevice.byDriver(trust),
        AgentChoice.version(spec, apple),
        session.getCapabilities(),
        clock,
        () -> {
          if (isOurs && !before.contains(udid)) {
            simctl.shutdown(udid);
          }
        });
  }

  /**
   * A boot that led nowhere; others may have begun one beside it, which have names of their own.
   */
  private static void endSimulators(Simctl simctl, AppiumSpec spec, Set<String> before) {
    AppiumSpec.Simulator simulator = (AppiumSpec.Simulator) spec.target();
    simulator.udid().filter(udid -> !before.contains(udid)).ifPresent(simctl::shutdown);
  }

  private Device local(AppiumSpec spec, Endpoint server, Deadline by) throws Shortage {
    Adb adb = adb(server);
    if (spec.target() instanceof AppiumSpec.Emulator emulator) {
      String avd = emulator.avd().orElseThrow();
      List<ProcessHandle> before = Emulators.with(avd);
      try {
        AndroidDriver session = Sessions.open(spec, server, secrets(spec), by);
        return atAdb(
            adb.port(),
            spec,
            server,
            session,
            PhoneProxy.ofEmulator(),
            () -> endEmulator(avd, before));
      } catch (DeviceLost e) {
        endEmulator(avd, before);
        throw e;
      }
    }
    AndroidDriver session = Sessions.open(spec, server, secrets(spec), by);
    String serial = UiAutomatorDevice.told(session.getCapabilities(), "deviceUDID");
    PhoneProxy proxy = PhoneProxy.by(new PhoneProxy.Cable(adb, serial));
    return atAdb(adb.port(), spec, server, session, proxy, () -> {});
  }

  /** A phone that is lost with adb's server, too. */
  private Device atAdb(
      int port,
      AppiumSpec spec,
      Endpoint server,
      AndroidDriver session,
      PhoneProxy proxy,
      Runnable whenClosed) {
    AdbServerWatch watch = AdbServerWatch.over(port);
    Supplier<Optional<String>> ended = () -> servers.ended(server).or(watch::ended);
    return new UiAutomatorDevice(
        spec,
        new Talk<>(spec.id(), session, ended, secrets(spec)),
        proxy,
        session.getCapabilities(),
        clock,
        () -> {
          watch.close();
          whenClosed.run();
        });
  }

  private Device remote(AppiumSpec spec, Endpoint server, Deadline by) {
    Object host = server.capabilities().get(AppiumNeeds.PROXY_HOST);
    PhoneProxy proxy = host == null ? PhoneProxy.ofEmulator() : PhoneProxy.by(host.toString());
    AndroidDriver session = Sessions.open(spec, server, secrets(spec), by);
    Talk<AndroidDriver> talk =
        new Talk<>(spec.id(), session, () -> servers.ended(server), secrets(spec));
    return new UiAutomatorDevice(spec, talk, proxy, session.getCapabilities(), clock, () -> {});
  }

  /** One that ran before stays as it was. */
  private static void endEmulator(String avd, List<ProcessHandle> before) {
    List<ProcessHandle> started = new ArrayList<>(Emulators.with(avd));
    started.removeAll(before);
    Emulators.end(started);
  }

  private Adb adb(Endpoint server) throws Shortage {
    Path program = android.home().resolve("platform-tools").resolve("adb");
    int port = (Integer) server.capabilities().getOrDefault("appium:adbPort", 5037);
    return new Adb(program, port, environment);
  }

  @Override
  public void close() {
    servers.close();
  }
}
