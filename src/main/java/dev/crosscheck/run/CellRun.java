package dev.crosscheck.run;

import dev.crosscheck.device.Deployment;
import dev.crosscheck.evidence.Evidence;
import dev.crosscheck.evidence.EvidenceStore;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Sdk;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.verdict.Judge;
import dev.crosscheck.verdict.Judgement;
import dev.crosscheck.verdict.Proof;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One cell, from its first attempt to its verdict; a broken one is tried once more. */
final class CellRun {
  private static final Logger log = LoggerFactory.getLogger(CellRun.class);

  private static final int ATTEMPTS = 2;
  private static final int TRIED_ALONE = 3;

  private static final String BUSY =
      "; without the plugin it is, and so it was at another try with it: the machine may have been"
          + " too busy";

  private final Workbench bench;
  private final DevicePool pool;
  private final PlannedCell cell;
  private final Turn turn;
  private final BooleanSupplier interrupted;

  CellRun(
      Workbench bench, DevicePool pool, PlannedCell cell, Turn turn, BooleanSupplier interrupted) {
    this.bench = bench;
    this.pool = pool;
    this.cell = cell;
    this.turn = turn;
    this.interrupted = interrupted;
  }

  CellResult run() throws InterruptedException {
    turn.work();
    Instant started = bench.clock().instant();
    CellResult result = attempt(1, started);
    for (int number = 2; number <= ATTEMPTS && isBroken(result); number++) {
      result = attempt(number, started);
    }
    return result;
  }

  private boolean isBroken(CellResult result) {
    return result.verdict() instanceof Verdict.Broken && !interrupted.getAsBoolean();
  }

  private CellResult attempt(int number, Instant started) {
    try (DevicePool.Lease lease = pool.lease(cell.device())) {
      Attempt.Left left = evidence(cell.scenario(), number, lease);
      Judged judged = judge(left);
      List<Row> failed = failedRows(judged.judgement());
      if (!failed.isEmpty() && !interrupted.getAsBoolean()) {
        judged = judge(left.withAlone(alone(failed, number, lease)));
      }
      bench.verdicts().store(judged.stored(), judged.judgement());
      return result(judged.judgement(), number, started, Optional.of(judged.stored()));
    } catch (BuildFailed e) {
      if (e.isUnfit()) {
        return result(
            new Verdict.Skipped(e.finding().message()), number, started, Optional.empty());
      }
      Verdict failed =
          new Verdict.Failed(e.finding().message(), List.of(), Proof.NOTHING, List.of(e.finding()));
      return result(failed, number, started, Optional.empty());
    } catch (Shortage e) {
      return broken(Trouble.words(e) + "; " + e.remedy(), number, started);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return broken("interrupted", number, started);
    } catch (RuntimeException e) {
      // No device, no port, no room for the evidence: ours, and perhaps better the second time.
      log.debug("{} broke", cell.id(), e);
      return broken(Trouble.words(e), number, started);
    }
  }

  private record Judged(EvidenceStore.Stored stored, Judgement judgement) {}

  private Judged judge(Attempt.Left left) {
    EvidenceStore.Stored stored = bench.evidence().store(left.evidence(), left.screenshot());
    return new Judged(stored, new Judge().judge(stored.evidence()));
  }

  /** Those to be tried alone: where a plugin is red in many rows, the first of them tell enough. */
  private List<Row> failedRows(Judgement judgement) {
    List<String> names = judgement.failedRows();
    return cell.scenario().rows().stream()
        .filter(row -> names.contains(row.name()))
        .limit(TRIED_ALONE)
        .toList();
  }

  /** Each row in a session of its own, for its diagnosis: what it shows changes no verdict. */
  private List<Evidence> alone(List<Row> rows, int number, DevicePool.Lease lease)
      throws Shortage, BuildFailed, InterruptedException {
    List<Evidence> evidence = new ArrayList<>();
    for (Row row : rows) {
      evidence.add(evidence(cell.scenario().alone(row), number, lease).evidence());
    }
    return evidence;
  }

  private Attempt.Left evidence(Scenario scenario, int number, DevicePool.Lease lease)
      throws Shortage, BuildFailed, InterruptedException {
    Plugin plugin = cell.plugin();
    Sdk sdk = cell.device().sdk();
    if (!Twin.isNeededBy(scenario, plugin, sdk)) {
      return run(scenario, number, Optional.empty(), lease);
    }
    Attempt.Left twin = run(Twin.of(scenario, plugin, sdk), number, Optional.empty(), lease);
    Duration silence = Twin.silenceAfter(twin.evidence());
    Attempt.Left silent = run(scenario, number, Optional.of(silence), lease);
    return new Attempt.Left(
        silent.evidence().beside(twin.evidence()), silent.screenshot(), silent.performed());
  }

  private Attempt.Left run(
      Scenario scenario, int number, Optional<Duration> silence, DevicePool.Lease lease)
      throws Shortage, BuildFailed, InterruptedException {
    Attempt attempt =
        new Attempt(bench, cell, turn::rest, scenario, scenario.steps(), number, silence);
    Attempt.Left left = perform(attempt, lease, true);
    if (interrupted.getAsBoolean()) {
      Trouble stopped = new Trouble(Trouble.Kind.INTERRUPTED, "interrupted", Optional.empty());
      return new Attempt.Left(
          left.evidence().troubled(stopped), left.screenshot(), left.performed());
    }
    return blame(attempt, left, lease);
  }

  /**
   * A step that nobody acknowledged is the plugin's fault if the same step is acknowledged without
   * the plugin (truth 2), and missed once more with it: a machine may be too busy for one of two.
   */
  private Attempt.Left blame(Attempt attempt, Attempt.Left left, DevicePool.Lease lease)
      throws Shortage, BuildFailed, InterruptedException {
    Optional<Trouble> trouble = left.evidence().trouble();
    if (trouble.isEmpty()
        || trouble.get().kind() != Trouble.Kind.STEP
        || !lease.device().isAlive()) {
      return left;
    }
    Optional<Boolean> acknowledged = isTakenWithoutPlugin(attempt, left, lease);
    Trouble told = new Trouble(Trouble.Kind.STEP, trouble.get().message(), acknowledged);
    if (acknowledged.orElse(false) && !isMissedAgain(attempt, lease)) {
      told = Trouble.harness(trouble.get().message() + BUSY);
    }
    return new Attempt.Left(left.evidence().troubled(told), left.screenshot(), left.performed());
  }

  private Optional<Boolean> isTakenWithoutPlugin(
      Attempt attempt, Attempt.Left left, DevicePool.Lease lease)
      throws Shortage, BuildFailed, InterruptedException {
    Optional<Trouble> trouble =
        perform(attempt.control(left.performed()), lease, false).evidence().trouble();
    return trouble.isEmpty()
        ? Optional.of(true)
        : trouble.get().kind() == Trouble.Kind.STEP ? Optional.of(false) : Optional.empty();
  }

  private boolean isMissedAgain(Attempt attempt, DevicePool.Lease lease)
      throws Shortage, BuildFailed, InterruptedException {
    return perform(attempt, lease, true).evidence().trouble().stream()
        .anyMatch(again -> again.kind() == Trouble.Kind.STEP);
  }

  private Attempt.Left perform(Attempt attempt, DevicePool.Lease lease, boolean withPlugin)
      throws Shortage, BuildFailed, InterruptedException {
    turn.work();
    return attempt.run(lease.device(), deployed(attempt, withPlugin));
  }

  private Deployment deployed(Attempt attempt, boolean withPlugin) throws Shortage, BuildFailed {
    return bench
        .deployer()
        .deploy(cell.plugin(), cell.device(), attempt.scenario().given(), withPlugin);
  }

  private CellResult broken(String reason, int attempts, Instant started) {
    String why = interrupted.getAsBoolean() ? "interrupted" : reason;
    return result(new Verdict.Broken(why, List.of()), attempts, started, Optional.empty());
  }

  private CellResult result(
      Verdict verdict, int attempts, Instant started, Optional<EvidenceStore.Stored> stored) {
    return result(Judgement.of(verdict), attempts, started, stored);
  }

  private CellResult result(
      Judgement judgement, int attempts, Instant started, Optional<EvidenceStore.Stored> stored) {
    return new CellResult(
        cell.id(),
        cell.scenario().title(),
        judgement.verdict(),
        judgement.rows(),
        Duration.between(started, bench.clock().instant()),
        attempts,
        stored);
  }
}
