package dev.crosscheck.adapter.supply;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Command;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Apple's tools as this machine has them: {@code xcode-select}, {@code xcodebuild} and {@code xcrun
 * simctl}, as PATH leads to them. Each is asked once.
 */
public final class SystemAppleTools implements AppleTools {
  /** Names a prebuilt WebDriverAgent, see {@link #webDriverAgent}. */
  public static final String WEB_DRIVER_AGENT = "CROSSCHECK_WEBDRIVERAGENT";

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration LIMIT = Duration.ofSeconds(20);
  private static final Duration BOOT = Duration.ofMinutes(5);
  private static final String ELSEWHERE =
      "run it in a macOS job, as .github/workflows/ios.yml does, or name an Appium server of a farm"
          + " with 'appium'";
  private static final String SELECT =
      "install Xcode from the App Store, open it once, and choose it with: sudo xcode-select -s"
          + " /Applications/Xcode.app";

  private static final String FETCH_AGENT =
      "name the WebDriverAgentRunner-Runner.app that 'appium driver run xcuitest download-wda --"
          + " --kind=sim --platform=iOS --outdir=FOLDER' fetches: docs/ios.md";

  private final Map<String, String> environment;
  private final Machine machine;
  private Optional<Presence> xcode = Optional.empty();
  private Optional<Simulators> simulators = Optional.empty();
  private Optional<Presence> agent = Optional.empty();

  /**
   * @param environment the process's environment variables
   */
  public SystemAppleTools(Map<String, String> environment) {
    this(environment, Machine.here());
  }

  /** The same where the machine is to be taken for a Mac. */
  public static SystemAppleTools onMac(Map<String, String> environment) {
    return new SystemAppleTools(environment, new Machine("", false, "macos", Path.of("/")));
  }

  SystemAppleTools(Map<String, String> environment, Machine machine) {
    this.environment = Map.copyOf(environment);
    this.machine = machine;
  }

  @Override
  public synchronized Presence xcode() {
    if (xcode.isEmpty()) {
      xcode = Optional.of(findXcode());
    }
    return xcode.get();
  }

  private Presence findXcode() {
    if (!machine.system().equals("macos")) {
      return new Presence.Missing("iOS needs macOS and Xcode, and this is no Mac", ELSEWHERE);
    }
    Asked selected = ask("xcode-select", "--print-path");
    if (selected.trouble().isPresent()) {
      return new Presence.Missing("no Xcode: " + selected.trouble().get(), SELECT);
    }
    Asked version = ask("xcodebuild", "-version");
    if (version.trouble().isPresent()) {
      return new Presence.Missing(
          "Xcode at '%s' cannot be used: %s".formatted(selected.out(), version.trouble().get()),
          SELECT);
    }
    String first = version.out().lines().findFirst().orElse("");
    return new Presence.Here(
        Path.of(selected.out()), Optional.of(first.replaceFirst("^Xcode ", "")));
  }

  @Override
  public Presence simulator(Wanted wanted) {
    if (!(xcode() instanceof Presence.Here here)) {
      return xcode();
    }
    try {
      Presence first = sought(simulators(), wanted, here);
      if (first instanceof Presence.Here) {
        return first;
      }
      forget(); // one may have been made since
      return sought(simulators(), wanted, here);
    } catch (IOException e) {
      return new Presence.Missing(
          "the simulators cannot be listed: " + e.getMessage(),
          "see what 'xcrun simctl list' says, and open Xcode once");
    }
  }

  private static Presence sought(Simulators known, Wanted wanted, Presence.Here xcode) {
    return wanted.udid().isPresent()
        ? named(known, wanted.udid().get(), xcode)
        : made(known, wanted, xcode);
  }

  private synchronized void forget() {
    simulators = Optional.empty();
  }

  private static Presence named(Simulators known, String udid, Presence.Here xcode) {
    return known.has(udid)
        ? xcode
        : new Presence.Missing(
            "no simulator '" + udid + "'",
            "name one that 'xcrun simctl list devices' lists, or ask for one by 'deviceName'");
  }

  /** One that is not there yet is made of its device type by the driver. */
  private static Presence made(Simulators known, Wanted wanted, Presence.Here xcode) {
    Optional<String> version = wanted.platformVersion();
    if (version.isPresent() && !known.versions().contains(version.get())) {
      return new Presence.Missing(
          "no runtime of iOS %s: there is %s"
              .formatted(
                  version.get(),
                  known.versions().isEmpty() ? "none" : String.join(", ", known.versions())),
          "install it with: xcodebuild -downloadPlatform iOS -buildVersion " + version.get());
    } else if (known.versions().isEmpty()) {
      return new Presence.Missing(
          "no runtime of iOS", "install one with: xcodebuild -downloadPlatform iOS");
    }
    String name = wanted.deviceName().orElse("");
    boolean isKnown =
        known.types().contains(name)
            || (known.names(version).contains(name) && !wanted.fresh())
            || name.isEmpty();
    return isKnown
        ? xcode
        : new Presence.Missing(
            "no simulator and no device type '" + name + "'", Nearest.hint(name, known.types()));
  }

  private synchronized Simulators simulators() throws IOException {
    if (simulators.isEmpty()) {
      Asked list = ask("xcrun", "simctl", "list", "--json");
      if (list.trouble().isPresent()) {
        throw new IOException(list.trouble().get());
      }
      try {
        simulators = Optional.of(Simulators.of(JSON.readTree(list.out())));
      } catch (JacksonException e) {
        throw new IOException("'xcrun simctl list --json' says no JSON", e);
      }
    }
    return simulators.get();
  }

  @Override
  public Presence made(Wanted wanted) {
    if (!(simulator(wanted) instanceof Presence.Here here)) {
      return simulator(wanted);
    }
    try {
      one(wanted);
      return here;
    } catch (Shortage e) {
      return new Presence.Missing(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  @Override
  public Booted boot(Wanted wanted) throws Shortage {
    if (simulator(wanted) instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), missing.remedy());
    }
    Simulators.Made one = one(wanted);
    Running running = new Running(one);
    Asked up = ask(BOOT, "xcrun", "simctl", "bootstatus", one.udid(), "-b");
    if (up.trouble().isPresent()) {
      running.close();
      throw new Shortage(
          "the simulator '%s' does not boot: %s".formatted(one.name(), up.trouble().get()),
          "see what 'xcrun simctl bootstatus " + one.udid() + " -b' says");
    }
    return running;
  }

  private Simulators.Made one(Wanted wanted) throws Shortage {
    String name = wanted.deviceName().or(wanted::udid).orElse("");
    try {
      forget(); // it may run by now
      return simulators()
          .meant(wanted)
          .orElseThrow(
              () ->
                  new Shortage(
                      "no simulator '" + name + "' has been made",
                      "make one: xcrun simctl create '%s' '%s'".formatted(name, name)));
    } catch (IOException e) {
      throw new Shortage(
          "the simulators cannot be listed: " + e.getMessage(),
          "see what 'xcrun simctl list' says, and open Xcode once");
    }
  }

  private final class Running implements Booted {
    private final Simulators.Made simulator;
    private boolean closed;

    Running(Simulators.Made simulator) {
      this.simulator = simulator;
    }

    @Override
    public String udid() {
      return simulator.udid();
    }

    /** Also where the thread is interrupted: a run that is stopped leaves none behind. */
    @Override
    public synchronized void close() {
      if (!closed && !simulator.booted()) {
        boolean interrupted = Thread.interrupted();
        ask("xcrun", "simctl", "shutdown", simulator.udid());
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      closed = true;
    }
  }

  @Override
  public synchronized Presence webDriverAgent() {
    if (agent.isEmpty()) {
      agent = Optional.of(findAgent(environment.getOrDefault(WEB_DRIVER_AGENT, "").strip()));
    }
    return agent.get();
  }

  private Presence findAgent(String named) {
    if (named.isEmpty()) {
      return new Presence.Fetchable("build WebDriverAgent with Xcode, which takes minutes");
    }
    WebDriverAgentApp app = new WebDriverAgentApp(Path.of(named));
    if (!app.isOne()) {
      return new Presence.Missing(
          "'" + named + "' is no WebDriverAgent: " + WEB_DRIVER_AGENT, FETCH_AGENT);
    }
    return new Presence.Here(app.path(), app.properties().flatMap(this::agentVersion));
  }

  /** Xcode writes property lists in a form of its own, which another tool of Apple's reads. */
  private Optional<String> agentVersion(Path properties) {
    Asked json = ask("plutil", "-convert", "json", "-o", "-", properties.toString());
    return WebDriverAgentApp.version(json.out());
  }

  @Override
  public String driversWebDriverAgent() {
    return WebDriverAgentApp.pinned();
  }

  /** What a program said, and what kept it from saying it. */
  private record Asked(String out, Optional<String> trouble) {}

  private Asked ask(String... words) {
    return ask(LIMIT, words);
  }

  private Asked ask(Duration limit, String... words) {
    try {
      Command.Result result = Command.of(environment, limit, program(words)).run();
      return result.ok()
          ? new Asked(result.out().strip(), Optional.empty())
          : new Asked("", Optional.of("'%s' says: %s".formatted(words[0], result.lastLines(2))));
    } catch (IOException e) {
      return new Asked("", Optional.of("'" + words[0] + "' cannot be run"));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Asked("", Optional.of("interrupted"));
    }
  }

  /** A child is looked for along the PATH of this process, and not along the one it gets. */
  private String[] program(String... words) {
    String[] found = words.clone();
    for (String folder : environment.getOrDefault("PATH", "").split(":", -1)) {
      Path file = Path.of(folder, words[0]);
      if (!folder.isEmpty() && Files.isExecutable(file)) {
        found[0] = file.toString();
        return found;
      }
    }
    return found;
  }
}
