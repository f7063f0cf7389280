package dev.crosscheck.verdict;

import dev.crosscheck.scenario.Carries;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Step;
import tools.jackson.databind.node.JsonNodeFactory;

/** Texts that stand nowhere else: by them a call is known in whatever the plugin sends. */
public final class Marked {
  /** One, as files write it. */
  public static final String EXAMPLE = Needle.MARK + "order-1";

  private static final Carries ALL = new Carries(JsonNodeFactory.instance.objectNode());

  private Marked() {}

  /** Whether a call has one: in its properties or traits, its name, or an id. */
  public static boolean isIn(Step.Call call) {
    return !CallNeedles.of(call, ALL).marked().isEmpty();
  }

  /** Whether the plugin, as its plugin.yaml says, sends something by which a call is known. */
  public static boolean isSent(Step.Call call, Plugin plugin) {
    return !CallNeedles.of(call, new Carries(plugin.carries())).telling().isEmpty();
  }
}
