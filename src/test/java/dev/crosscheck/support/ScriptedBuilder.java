package dev.crosscheck.support;

import dev.crosscheck.capture.Body;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.segment.WebAssets;
import dev.crosscheck.segment.WebBuild;
import dev.crosscheck.segment.WebBuilder;
import dev.crosscheck.supply.Shortage;
import java.util.Map;

/** Real analytics.js, and a plugin that is written in the test. */
public record ScriptedBuilder(WebBuilder real, String script, Map<String, Body> libraries)
    implements WebBuilder {
  @Override
  public WebAssets assets() throws Shortage {
    return real.assets();
  }

  @Override
  public WebBuild build(Plugin plugin) {
    return new WebBuild(Body.of(script), libraries, Map.of(), "00");
  }
}
