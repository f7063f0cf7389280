package dev.crosscheck.segment;

import dev.crosscheck.device.AppCode;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.supply.Shortage;

/** Port: builds a plugin's Android part. Results are kept for the run. */
public interface MobileBuilder {
  /** The version of an SDK that the host app embeds. */
  String version(Sdk sdk) throws Shortage;

  /**
   * @throws BuildFailed where the plugin's own code does not build, with the compiler's words, or
   *     cannot run on an embedded device
   */
  AppCode build(Plugin plugin, Sdk sdk) throws Shortage, BuildFailed;
}
