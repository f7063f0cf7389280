package dev.crosscheck.scenario;

import java.util.List;

/** The calls that a scenario makes, in their order, and what is given of their way. */
public record MadeCalls(List<Step.Call> calls, Given given) {
  public static final MadeCalls NONE = new MadeCalls(List.of(), Given.NOTHING);

  public MadeCalls {
    calls = List.copyOf(calls);
  }

  /** What the plugin is to get of a call, whether one of these or not. */
  public Step.Call atPlugin(Step.Call call) {
    return given.toPlugin(call).call();
  }
}
