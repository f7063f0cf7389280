package dev.crosscheck.device;

import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import java.nio.file.Path;
import java.util.Optional;

/** A Mac that has everything, and that WebDriverAgent. */
record FakeMac(Presence webDriverAgent) implements AppleTools {
  static final String DRIVERS = "16.12.8";
  static final Path AGENT = Path.of("wda", "WebDriverAgentRunner-Runner.app");

  /** One that does not tell its version. */
  static Presence agent() {
    return new Presence.Here(AGENT, Optional.empty());
  }

  static Presence agent(String version) {
    return new Presence.Here(AGENT, Optional.of(version));
  }

  @Override
  public String driversWebDriverAgent() {
    return DRIVERS;
  }

  @Override
  public Presence made(Wanted wanted) {
    return simulator(wanted);
  }

  @Override
  public Booted boot(Wanted wanted) {
    throw new AssertionError("a simulator is booted by the driver");
  }

  @Override
  public Presence xcode() {
    return new Presence.Here(Path.of("Xcode.app"), Optional.of("16.2"));
  }

  @Override
  public Presence simulator(Wanted wanted) {
    return xcode();
  }
}
