package dev.crosscheck.device;

import dev.crosscheck.supply.AndroidSdk;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Program;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.supply.Supply;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What has to be on this machine for an emulator, a simulator or a phone behind Appium, in the
 * order in which a developer would install it. A device whose server runs already needs nothing
 * here.
 */
public final class AppiumNeeds {
  /** The server and the driver, in {@code harness/}. */
  public static final String HARNESS = "appium";

  /** The capability that says by which name a phone elsewhere reaches this machine. */
  public static final String PROXY_HOST = "crosscheck:proxyHost";

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");
  private static final String NODES = "20.19, 22.12, 24 or later";

  private final Supply supply;
  private final AndroidSdk android;
  private final AppleTools apple;

  public AppiumNeeds(Supply supply, AndroidSdk android, AppleTools apple) {
    this.supply = supply;
    this.android = android;
    this.apple = apple;
  }

  /** The first thing that is missing, and what to do about it; starts nothing, under 2 s. */
  public Availability check(AppiumSpec spec) {
    for (Supplier<Presence> need : needs(spec)) {
      if (need.get() instanceof Presence.Missing missing) {
        return new Availability.Unavailable(missing.reason(), missing.remedy());
      }
    }
    return new Availability.Available(words(spec));
  }

  /** The programs that are found or fetched for it. */
  public Set<Program> programs(AppiumSpec spec) {
    if (spec.server().isPresent() || lacksXcode(spec)) {
      return Set.of();
    }
    Set<Program> programs = EnumSet.of(Program.NODE);
    if (takesOtherAdb(spec)) {
      programs.add(Program.ADB);
    }
    if (!supply.hasNodeModules(HARNESS)) {
      programs.add(Program.NPM);
    }
    return programs;
  }

  /** Nobody has to install anything for a device that cannot be had here. */
  private boolean lacksXcode(AppiumSpec spec) {
    return spec.isIos() && apple.xcode() instanceof Presence.Missing;
  }

  /** What keeps it from being quick, in a sentence; empty where nothing does. */
  public Optional<String> warning(AppiumSpec spec) {
    if (spec.server().isPresent()) {
      return Optional.empty();
    } else if (spec.target() instanceof AppiumSpec.Emulator) {
      return android.slowness();
    }
    return AgentChoice.takesPrebuilt(spec) ? agentWarning() : Optional.empty();
  }

  private Optional<String> agentWarning() {
    Presence agent = apple.webDriverAgent();
    if (agent instanceof Presence.Fetchable slow) {
      return Optional.of(
          "the first session will " + slow.how() + ": docs/ios.md says how to do without");
    }
    String drivers = apple.driversWebDriverAgent();
    return agent instanceof Presence.Here here
        ? here.version()
            .filter(version -> !major(version).equals(major(drivers)))
            .map(
                version ->
                    "the prebuilt WebDriverAgent calls itself %s, the driver's own is %s: fetch it"
                            .formatted(version, drivers)
                        + " anew, as docs/ios.md says")
        : Optional.empty();
  }

  /** Appium's downloads name the version before their own, which need not be told. */
  private static String major(String version) {
    return version.replaceFirst("\\..*$", "");
  }

  /** Finds or fetches all of it; slow the first time. */
  public void prepare(AppiumSpec spec) throws Shortage {
    if (spec.server().isPresent()) {
      return;
    }
    if (check(spec) instanceof Availability.Unavailable lacking) {
      throw new Shortage(lacking.reason(), lacking.remedy());
    }
    node(supply);
    supply.nodeModules(HARNESS);
    if (!spec.isIos()) {
      android.home();
    }
  }

  /** A Node.js on which Appium runs. */
  public static Path node(Supply supply) throws Shortage {
    Path node = supply.program(Program.NODE);
    if (fitting(supply.examine(Program.NODE)) instanceof Presence.Missing missing) {
      throw new Shortage(missing.reason(), missing.remedy());
    }
    return node;
  }

  /** Where the SDK has its own, or what is missing is the SDK, nobody has to look for another. */
  private boolean takesOtherAdb(AppiumSpec spec) {
    if (android.sdk() instanceof Presence.Here sdk) {
      return !(android.adb() instanceof Presence.Here adb && adb.file().startsWith(sdk.file()))
          && supply.has(Program.ADB);
    }
    return spec.target() instanceof AppiumSpec.RealAndroid;
  }

  private List<Supplier<Presence>> needs(AppiumSpec spec) {
    List<Supplier<Presence>> needs = new ArrayList<>();
    if (spec.server().isPresent()) {
      return needs;
    }
    if (spec.isIos()) {
      needs.add(apple::xcode);
    }
    needs.add(() -> fitting(supply.look(Program.NODE)));
    if (!supply.hasNodeModules(HARNESS)) {
      needs.add(() -> supply.look(Program.NPM));
    }
    if (spec.target() instanceof AppiumSpec.Emulator emulator) {
      needs.add(android::sdk);
      needs.add(android::adb);
      needs.add(android::emulator);
      emulator.avd().ifPresent(avd -> needs.add(() -> android.avd(avd)));
      emulator.avd().ifPresent(avd -> needs.add(() -> android.image(avd)));
    } else if (spec.target() instanceof AppiumSpec.Simulator simulator) {
      needs.add(() -> apple.simulator(simulator.wanted()));
      if (AgentChoice.takesPrebuilt(spec)) {
        needs.add(apple::webDriverAgent);
      }
    } else if (spec.target() instanceof AppiumSpec.RealIos) {
      needs.add(() -> wayIn(spec));
    } else {
      needs.add(android::adb);
    }
    return needs;
  }

  /** No cable leads from an iPhone to this machine's loopback. */
  private static Presence wayIn(AppiumSpec spec) {
    return spec.capabilities().containsKey(PROXY_HOST)
        ? new Presence.Here(Path.of(""), Optional.empty())
        : new Presence.Missing(
            "an iPhone does not reach this machine's proxy by itself: '%s' names no '%s'"
                .formatted(spec.id(), PROXY_HOST),
            "relay the proxy's ports from an address that the phone reaches, and name it under"
                + " 'capabilities'");
  }

  private String words(AppiumSpec spec) {
    return driven(spec.target())
        + spec.server().map(url -> " at " + url).orElseGet(() -> " by Appium" + tools(spec));
  }

  /** What of Apple's tools it is driven with. */
  private String tools(AppiumSpec spec) {
    StringBuilder words = new StringBuilder();
    if (spec.isIos() && apple.xcode() instanceof Presence.Here xcode) {
      xcode.version().ifPresent(version -> words.append(", Xcode ").append(version));
    }
    if (AgentChoice.takesPrebuilt(spec) && apple.webDriverAgent() instanceof Presence.Here agent) {
      words.append(", WebDriverAgent ");
      agent.version().ifPresent(version -> words.append(version).append(' '));
      words.append("at ").append(agent.file());
    }
    return words.toString();
  }

  private static String driven(AppiumSpec.Target target) {
    if (target instanceof AppiumSpec.RealAndroid phone) {
      return phone.udid().map(udid -> "device " + udid).orElse("the device that adb shows,");
    } else if (target instanceof AppiumSpec.RealIos phone) {
      return phone.udid().map(udid -> "device " + udid).orElse("the device that Xcode shows,");
    } else if (target instanceof AppiumSpec.Simulator simulator) {
      return "simulator "
          + simulator.udid().or(simulator::deviceName).orElse("")
          + simulator.platformVersion().map(version -> ", iOS " + version).orElse("")
          + (simulator.fresh() ? ", made for the run," : "");
    }
    return "emulator " + ((AppiumSpec.Emulator) target).avd().orElse("");
  }

  /** Appium 3 refuses what lies between the long-term versions. */
  private static Presence fitting(Presence node) {
    if (node instanceof Presence.Here here
        && here.version().filter(version -> !runsAppium(version)).isPresent()) {
      return new Presence.Missing(
          "'%s' is Node.js %s, and Appium needs %s"
              .formatted(here.file(), here.version().orElseThrow(), NODES),
          "install Node.js " + NODES + ", or name one with " + Program.NODE.variable());
    }
    return node;
  }

  /** {@code ^20.19.0 || ^22.12.0 || >=24.0.0}, as package.json of Appium 3.8.0 says. */
  static boolean runsAppium(String version) {
    Matcher numbers = VERSION.matcher(version);
    if (!numbers.find()) {
      return true; // it will say itself what it makes of that
    }
    int major = Integer.parseInt(numbers.group(1));
    int minor = Integer.parseInt(numbers.group(2));
    return switch (major) {
      case 20 -> minor >= 19;
      case 22 -> minor >= 12;
      default -> major >= 24;
    };
  }
}
