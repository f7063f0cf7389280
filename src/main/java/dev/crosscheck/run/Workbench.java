package dev.crosscheck.run;

import dev.crosscheck.capture.Recorder;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.segment.Deployer;
import dev.crosscheck.supply.Program;
import dev.crosscheck.verdict.VerdictStore;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Everything that a run works with.
 *
 * @param gather fetches together what the devices of a run lack; see {@code Supply.gather}
 * @param settling how it is shown that nothing more comes
 * @param parallel how many cells may be under way at once; half of them may work, the others wait
 * @param deadline the longest that any one thing is waited for, where a scenario says nothing else
 */
public record Workbench(
    Recorder recorder,
    List<DeviceProvider> providers,
    Consumer<Set<Program>> gather,
    Deployer deployer,
    EvidenceStore evidence,
    VerdictStore verdicts,
    SettlingPolicy settling,
    InstantSource clock,
    int parallel,
    Duration deadline) {
  /** For browsers (truth 4). */
  public static final Duration USUAL_DEADLINE = Duration.ofSeconds(15);

  public Workbench {
    providers = List.copyOf(providers);
    if (parallel < 1) {
      throw new IllegalArgumentException("at least one cell must run at a time: " + parallel);
    }
  }

  /** How many cells may open pages and perform steps at once, while the others only wait. */
  int atWork() {
    return (parallel + 1) / 2;
  }
}
