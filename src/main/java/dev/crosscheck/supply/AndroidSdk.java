package dev.crosscheck.supply;

import java.nio.file.Path;
import java.util.Optional;

/**
 * What this machine has of Android's SDK, as far as emulators and devices need it. The SDK and its
 * emulators are looked at and never installed; looking starts nothing and fetches nothing.
 */
public interface AndroidSdk {

  /** The SDK's folder. Emulators need one; a real device does with {@link #adb} alone. */
  Presence sdk();

  /** The SDK's own {@code adb}, or else another that is here or can be fetched. */
  Presence adb();

  /** The SDK's program that runs emulators. */
  Presence emulator();

  /**
   * An Android Virtual Device: its {@code config.ini}.
   *
   * @param name as {@code emulator -list-avds} tells it
   */
  Presence avd(String name);

  /** The folder of the system image that an AVD runs; for one that is here. */
  Presence image(String avd);

  /** What will make emulators of this machine slow, and what to do; empty where nothing shows. */
  Optional<String> slowness();

  /**
   * A folder for {@code ANDROID_HOME}, with {@code platform-tools/adb} in it: the SDK's own, or one
   * that stands in where only {@code adb} is here. Fetches {@code adb} where that can be done.
   */
  Path home() throws Shortage;
}
