package dev.crosscheck.run;

import dev.crosscheck.capture.Deadline;
import dev.crosscheck.capture.MessageType;
import dev.crosscheck.capture.Recording;
import dev.crosscheck.device.Session;
import dev.crosscheck.device.StepNotTaken;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Step;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A cell whose traffic is to come to rest.
 *
 * @param besideOthers whether other programs are led to the recording too
 * @param types those whose lanes the claims speak of
 * @param group the current group, so that a sentinel keeps it
 * @param silence how long to wait where no sentinel can come; empty where one can
 * @param forced waits for what is due only once the page or app is left
 * @param perform performs a sentinel and records it under its id
 * @param limit a deadline from now
 */
public record Settling(
    Plugin plugin,
    String platform,
    boolean besideOthers,
    Session session,
    Recording recording,
    List<MessageType> types,
    Optional<String> group,
    Optional<Silence> silence,
    Runnable forced,
    SentinelCall perform,
    Supplier<Deadline> limit,
    InstantSource clock) {

  /**
   * How long nothing must have come, since when, and why no sentinel can come.
   *
   * @param because {@code the gate is shut} or {@code the network is off}
   */
  public record Silence(Instant since, Duration time, String because) {}

  /** Performs a call that carries a sentinel's id. */
  @FunctionalInterface
  public interface SentinelCall {
    void perform(Step.Call call, String id) throws StepNotTaken;
  }

  public Settling {
    types = List.copyOf(types);
  }

  Duration quiet() {
    return plugin.partner().settle();
  }
}
