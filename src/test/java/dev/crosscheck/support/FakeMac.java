package dev.crosscheck.support;

import dev.crosscheck.supply.AppleTools;
import dev.crosscheck.supply.Presence;
import java.nio.file.Path;
import java.util.Optional;

/** A Mac that has everything, or no Xcode, and that WebDriverAgent. */
public record FakeMac(Presence xcode, Presence webDriverAgent) implements AppleTools {
  public static final String DRIVERS = "16.12.8";
  public static final Path AGENT = Path.of("wda", "WebDriverAgentRunner-Runner.app");

  /** One with Xcode. */
  public FakeMac(Presence webDriverAgent) {
    this(new Presence.Here(Path.of("Xcode.app"), Optional.of("16.2")), webDriverAgent);
  }

  /** One that does not tell its version. */
  public static Presence agent() {
    return new Presence.Here(AGENT, Optional.empty());
  }

  public static Presence agent(String version) {
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
    throw new AssertionError("nobody boots a simulator here");
  }

  @Override
  public Presence simulator(Wanted wanted) {
    return xcode();
  }
}
