package dev.crosscheck.run;

import dev.crosscheck.device.DeviceFacts;
import dev.crosscheck.device.DeviceProvider;
import dev.crosscheck.device.DeviceSpec;
import dev.crosscheck.evidence.Trouble;
import dev.crosscheck.matrix.CellResult;
import dev.crosscheck.matrix.DeviceColumn;
import dev.crosscheck.matrix.Matrix;
import dev.crosscheck.run.Plan.PlannedCell;
import dev.crosscheck.segment.BuildFailed;
import dev.crosscheck.supply.Shortage;
import dev.crosscheck.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs a plan: several cells at once, their results told to the listeners one by one, in the order
 * in which they finish, on the thread that runs the plan.
 */
public final class Runner {
  private static final Logger log = LoggerFactory.getLogger(Runner.class);

  private final Workbench bench;
  private final List<RunListener> listeners;
  private final DevicePool pool;
  private final Semaphore places;
  private volatile @Nullable Schedule schedule;
  private volatile boolean interrupted;
  private @Nullable RuntimeException unheard;

  public Runner(Workbench bench, List<RunListener> listeners) {
    this.bench = bench;
    this.listeners = List.copyOf(listeners);
    this.pool =
        new DevicePool(
            bench.providers(), bench.recorder().trust(), bench.clock(), this::deviceStarted);
    this.places = new Semaphore(bench.atWork(), true);
  }

  /**
   * Runs every cell and closes every device. Returns when the last listener has heard of the end;
   * after {@link #interrupt} that is soon. What a listener threw once cells ran is thrown then.
   */
  public Matrix run(Plan plan) {
    MatrixSoFar matrix = new MatrixSoFar(plan, bench, pool);
    listeners.forEach(listener -> listener.planned(plan));
    Map<String, DeviceColumn> missing = prepare(plan);
    matrix.missing(missing);
    List<PlannedCell> toRun = new ArrayList<>();
    for (PlannedCell cell : plan.cells()) {
      Optional<String> skip = skip(cell, missing);
      if (skip.isPresent()) {
        tell(unrun(cell, new Verdict.Skipped(skip.get())), matrix);
      } else {
        toRun.add(cell);
      }
    }
    build(toRun);
    runAll(toRun, matrix);
    Matrix whole = matrix.ended(interrupted);
    tell(listener -> listener.ended(whole));
    if (unheard != null) {
      throw unheard;
    }
    return whole;
  }

  /** Ends the run early: unfinished cells are broken, "interrupted". Safe from any thread. */
  public void interrupt() {
    interrupted = true;
    pool.close();
    bench.recorder().close();
  }

  private void runAll(List<PlannedCell> cells, MatrixSoFar matrix) {
    BlockingQueue<Runnable> news = new LinkedBlockingQueue<>();
    Schedule order = new Schedule(cells, this::slots);
    schedule = order;
    ExecutorService workers =
        Executors.newFixedThreadPool(
            bench.parallel(),
            task -> {
              Thread thread = new Thread(task, "cell");
              thread.setDaemon(true);
              return thread;
            });
    try {
      for (int i = 0; i < bench.parallel(); i++) {
        workers.execute(() -> work(order, news, matrix));
      }
      for (int heard = 0; heard < 2 * cells.size(); heard++) {
        news.take().run();
      }
    } catch (InterruptedException e) {
      interrupt();
      Thread.currentThread().interrupt();
    } finally {
      workers.shutdownNow();
      pool.close();
    }
  }

  /** Takes cells until there is none left. */
  private void work(Schedule order, BlockingQueue<Runnable> news, MatrixSoFar matrix) {
    try {
      for (Optional<PlannedCell> cell = order.next(); cell.isPresent(); cell = order.next()) {
        run(cell.get(), news, matrix);
        order.ended(cell.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One until it has been started, and has shown that it can be. */
  private int slots(DeviceSpec spec) {
    return pool.facts(spec).map(DeviceFacts::slots).orElse(1);
  }

  private void deviceStarted() {
    Schedule order = schedule;
    if (order != null) {
      order.changed();
    }
  }

  /** Works on a cell, with two pieces of news for the thread that tells them. */
  private void run(PlannedCell cell, BlockingQueue<Runnable> news, MatrixSoFar matrix) {
    news.add(() -> tell(listener -> listener.started(cell.id())));
    CellResult result = run(cell);
    news.add(() -> tell(result, matrix));
  }

  private CellResult run(PlannedCell cell) {
    if (interrupted) {
      return unrun(cell, new Verdict.Broken("interrupted", List.of()));
    }
    try (Turn turn = new Turn(places)) {
      return new CellRun(bench, pool, cell, turn, () -> interrupted).run();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unrun(cell, new Verdict.Broken("interrupted", List.of()));
    } catch (RuntimeException | Error e) {
      String reason = interrupted ? "interrupted" : Trouble.words(e);
      return unrun(cell, new Verdict.Broken(reason, List.of()));
    }
  }

  /** Finds or fetches what the devices need, before any cell's clock starts. */
  private Map<String, DeviceColumn> prepare(Plan plan) {
    List<DeviceColumn> needed =
        plan.devices().stream()
            .filter(DeviceColumn::isAvailable)
            .filter(column -> plan.cells().stream().anyMatch(cell -> isOn(cell, column.spec())))
            .toList();
    bench
        .gather()
        .accept(
            needed.stream()
                .flatMap(column -> provider(column.spec()).programs(column.spec()).stream())
                .collect(Collectors.toSet()));
    Map<String, DeviceColumn> missing = new HashMap<>();
    for (DeviceColumn column : needed) {
      try {
        provider(column.spec()).prepare(column.spec());
      } catch (Shortage e) {
        missing.put(
            column.spec().id(),
            new DeviceColumn(
                column.spec(),
                Optional.empty(),
                Optional.of(Trouble.words(e)),
                Optional.of(e.remedy())));
      }
    }
    return missing;
  }

  /** Builds the plugins before any cell's clock starts. What fails is told by their cells. */
  private void build(List<PlannedCell> cells) {
    Set<String> seen = new HashSet<>();
    for (PlannedCell cell : cells) {
      if (!interrupted && seen.add(cell.plugin().id() + " " + cell.device().build())) {
        try {
          bench.deployer().facts(cell.plugin(), cell.device());
        } catch (Shortage | BuildFailed | RuntimeException e) {
          log.debug("{} does not build for {}", cell.plugin().id(), cell.device().build(), e);
        }
      }
    }
  }

  private static boolean isOn(PlannedCell cell, DeviceSpec device) {
    return cell.skip().isEmpty() && cell.device().equals(device);
  }

  private DeviceProvider provider(DeviceSpec spec) {
    return bench.providers().stream().filter(p -> p.handles(spec)).findFirst().orElseThrow();
  }

  private static Optional<String> skip(PlannedCell cell, Map<String, DeviceColumn> missing) {
    DeviceColumn gone = missing.get(cell.device().id());
    return gone == null ? cell.skip() : gone.reason();
  }

  private static CellResult unrun(PlannedCell cell, Verdict verdict) {
    return new CellResult(
        cell.id(), cell.scenario().title(), verdict, Duration.ZERO, 0, Optional.empty());
  }

  private void tell(CellResult result, MatrixSoFar matrix) {
    Matrix soFar = matrix.add(result);
    tell(listener -> listener.finished(result, soFar));
  }

  /**
   * One that throws, as on a full disk, keeps neither the others from hearing nor cells from
   * running.
   */
  private void tell(Consumer<RunListener> news) {
    for (RunListener listener : listeners) {
      try {
        news.accept(listener);
      } catch (RuntimeException e) {
        unheard = unheard == null ? e : unheard;
      }
    }
  }
}
