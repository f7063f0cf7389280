package dev.crosscheck.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a plugin is kept silent, step by step: what is given holds from the first step to the
 * last, but a user's consent comes and goes.
 */
public final class Gate {
  private final List<Boolean> shut;

  private Gate(List<Boolean> shut) {
    this.shut = shut;
  }

  public static Gate of(Scenario scenario, Plugin plugin, Sdk sdk) {
    boolean always = scenario.given().shutsOff(plugin, sdk);
    ConsentOnPage page = ConsentOnPage.of(scenario, plugin);
    List<Boolean> shut = new ArrayList<>();
    shut.add(always || page.shuts());
    for (Step step : scenario.steps()) {
      page.perform(step);
      shut.add(always || page.shuts());
    }
    return new Gate(shut);
  }

  /** Before a step, by its index. */
  public boolean isShutBefore(int step) {
    return shut.get(step);
  }

  public boolean isShutAtTheEnd() {
    return shut.get(shut.size() - 1);
  }

  /** From before the first step to the end. */
  public boolean isAlwaysShut() {
    return isShut(0, shut.size() - 1);
  }

  /** At every moment from before one step to before another. */
  public boolean isShut(int from, int to) {
    return IntStream.rangeClosed(from, to).allMatch(shut::get);
  }
}
