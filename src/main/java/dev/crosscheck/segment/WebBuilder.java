package dev.crosscheck.segment;

import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.supply.Shortage;

/** Port: builds a plugin's web part and provides analytics.js. Results are kept for the run. */
public interface WebBuilder {
  WebAssets assets() throws Shortage;

  /**
   * @throws BuildFailed where the plugin's own code does not build, with the tool's words
   */
  WebBuild build(Plugin plugin) throws Shortage, BuildFailed;
}
