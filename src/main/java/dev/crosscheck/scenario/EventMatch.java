package dev.crosscheck.scenario;

import dev.crosscheck.spec.SpecCall;
import java.util.Optional;

/**
 * Which events are meant, by the fields that Segment gives them (Spec: Common Fields). All that is
 * said must hold.
 *
 * @param event the name of a track
 * @param name of a page or screen
 */
public record EventMatch(Optional<SpecCall> type, Optional<String> event, Optional<String> name) {
  /** Whether a call is one of them. */
  public boolean isOf(Step.Call call) {
    return type.map(call.call()::equals).orElse(true)
        && event.map(wanted -> isNamed(call, wanted)).orElse(true)
        && name.map(wanted -> isOf(call, wanted)).orElse(true);
  }

  private static boolean isNamed(Step.Call call, String event) {
    return call instanceof Step.Track track && track.event().equals(event);
  }

  private static boolean isOf(Step.Call call, String name) {
    return call instanceof Step.Page page && page.name().filter(name::equals).isPresent()
        || call instanceof Step.Screen screen && screen.name().filter(name::equals).isPresent();
  }

  /** {@code track Order Completed}, as steps are told. */
  public String describe() {
    String call = type.map(SpecCall::word).orElse(event.isPresent() ? "track" : "page or screen");
    return call + event.or(() -> name).map(named -> " " + named).orElse("");
  }
}
