package dev.crosscheck.adapter.supply;

import dev.crosscheck.finding.Nearest;
import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.AppleTools.Booted;
import dev.crosscheck.supply.AppleTools.Wanted;
import dev.crosscheck.supply.Presence;
import dev.crosscheck.supply.Shortage;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The simulators of Xcode, by {@code xcrun simctl}; listed once, until one is missed. */
final class XcodeSimulators {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration BOOT = Duration.ofMinutes(5);
  private static final String UNLISTED = "the simulators cannot be listed: ";
  private static final String LIST = "see what 'xcrun simctl list' says, and open Xcode once";

  private final AppleCommands apple;
  private Optional<Simulators> simulators = Optional.empty();

  XcodeSimulators(AppleCommands apple) {
    this.apple = apple;
  }

  /** One that is there, or what it would be made of. */
  Presence sought(Wanted wanted, Presence.Here here) {
    try {
      Presence first = sought(simulators(), wanted, here);
      if (first instanceof Presence.Here) {
        return first;
      }
      forget(); // one may have been made since
      return sought(simulators(), wanted, here);
    } catch (IOException e) {
      return new Presence.Missing(UNLISTED + e.getMessage(), LIST);
    }
  }

  private static Presence sought(Simulators known, Wanted wanted, Presence.Here here) {
    return wanted.udid().isPresent()
        ? named(known, wanted.udid().get(), here)
        : madeOf(known, wanted, here);
  }

  private synchronized void forget() {
    simulators = Optional.empty();
  }

  private static Presence named(Simulators known, String udid, Presence.Here here) {
    return known.has(udid)
        ? here
        : new Presence.Missing(
            "no simulator '" + udid + "'",
            "name one that 'xcrun simctl list devices' lists, or ask for one by 'deviceName'");
  }

  /** One that is not there yet is made of its device type by the driver. */
  private static Presence madeOf(Simulators known, Wanted wanted, Presence.Here here) {
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
        ? here
        : new Presence.Missing(
            "no simulator and no device type '" + name + "'", Nearest.hint(name, known.types()));
  }

  private synchronized Simulators simulators() throws IOException {
    if (simulators.isEmpty()) {
      AppleCommands.Asked list = apple.ask("xcrun", "simctl", "list", "--json");
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

  /** One that is there. */
  Presence made(Wanted wanted, Presence.Here here) {
    try {
      one(wanted);
      return here;
    } catch (Shortage e) {
      return new Presence.Missing(String.valueOf(e.getMessage()), e.remedy());
    }
  }

  /** See {@link AppleTools#boot}. */
  Booted boot(Wanted wanted) throws Shortage {
    Simulators.Made one = one(wanted);
    Running running = new Running(one);
    AppleCommands.Asked up = apple.ask(BOOT, "xcrun", "simctl", "bootstatus", one.udid(), "-b");
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
      throw new Shortage(UNLISTED + e.getMessage(), LIST);
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
        apple.ask("xcrun", "simctl", "shutdown", simulator.udid());
        if (interrupted) {
          Thread.currentThread().interrupt();
        }
      }
      closed = true;
    }
  }
}
