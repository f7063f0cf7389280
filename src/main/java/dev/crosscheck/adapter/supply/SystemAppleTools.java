package dev.crosscheck.adapter.supply;

import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Apple's tools as this machine has them: {@code xcode-select}, {@code xcodebuild} and {@code xcrun
 * simctl}, as PATH leads to them. Each is asked once.
 */
public final class SystemAppleTools implements AppleTools {
  /** Names a prebuilt WebDriverAgent, see {@link #webDriverAgent}. */
  public static final String WEB_DRIVER_AGENT = "CROSSCHECK_WEBDRIVERAGENT";

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
  private final AppleCommands apple;
  private final XcodeSimulators simulators;
  private Optional<Presence> xcode = Optional.empty();
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
    this.apple = new AppleCommands(this.environment, machine.top());
    this.simulators = new XcodeSimulators(apple);
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
    AppleCommands.Asked selected = apple.ask("xcode-select", "--print-path");
    if (selected.trouble().isPresent()) {
      return new Presence.Missing("no Xcode: " + selected.trouble().get(), SELECT);
    }
    AppleCommands.Asked version = apple.ask("xcodebuild", "-version");
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
    return xcode() instanceof Presence.Here here ? simulators.sought(wanted, here) : xcode();
  }

  @Override
  public Presence made(Wanted wanted) {
    Presence sought = simulator(wanted);
    return sought instanceof Presence.Here here ? simulators.made(wanted, here) : sought;
  }

  @Override
  public Booted boot(Wanted wanted) throws Shortage {
    if (simulator(wanted) instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), missing.remedy());
    }
    return simulators.boot(wanted);
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
    AppleCommands.Asked json =
        apple.ask("plutil", "-convert", "json", "-o", "-", properties.toString());
    return WebDriverAgentApp.version(json.out());
  }

  @Override
  public String driversWebDriverAgent() {
    return WebDriverAgentApp.pinned();
  }
}
