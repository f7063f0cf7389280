package dev.crosscheck.supply;

import java.util.Optional;

/**
 * What this machine has of Apple's tools, as far as simulators and iPhones need them. They are
 * asked and never installed; asking for what is there boots no simulator and fetches nothing.
 */
public interface AppleTools {

  /** Xcode, which is there on macOS alone. */
  Presence xcode();

  /**
   * A simulator, or what it would be made of: a device type and a runtime.
   *
   * @param wanted what devices.yaml says of it
   */
  Presence simulator(Wanted wanted);

  /** A simulator that is there, made already. */
  Presence made(Wanted wanted);

  /**
   * Boots a simulator that is there, where it does not run, and waits until it is up: minutes, the
   * first time.
   *
   * @throws Shortage where there is none such, or it does not boot
   */
  Booted boot(Wanted wanted) throws Shortage;

  /**
   * The prebuilt WebDriverAgent for simulators, a {@code WebDriverAgentRunner-Runner.app}, with the
   * version that it calls itself, if any; {@link Presence.Fetchable} where none is named, and Xcode
   * would build one, which takes minutes.
   */
  Presence webDriverAgent();

  /** The version of the WebDriverAgent that the driver brings, for Xcode to build. */
  String driversWebDriverAgent();

  /** A simulator that runs. */
  interface Booted extends AutoCloseable {
    String udid();

    /** Shuts it down, unless it ran before; once, never throws. */
    @Override
    void close();
  }

  /**
   * Which simulator.
   *
   * @param fresh one that is made, so that it need not be there
   */
  record Wanted(
      Optional<String> deviceName,
      Optional<String> platformVersion,
      Optional<String> udid,
      boolean fresh) {}
}
