package dev.crosscheck.matrix;

import dev.crosscheck.scenario.Expectation;
import dev.crosscheck.scenario.Plugin;
import dev.crosscheck.scenario.Row;
import dev.crosscheck.scenario.Scenario;
import dev.crosscheck.scenario.Step;
import dev.crosscheck.spec.SegmentSpec;
import dev.crosscheck.spec.SpecCall;
import dev.crosscheck.verdict.RowVerdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a run showed of Segment's Spec, for one plugin on one device: of each call and each semantic
 * event, whether the partner was seen to get it. Pure.
 *
 * @param marks in the order of the Spec: the six calls, then the events
 */
public record Coverage(Map<Entry, Mark> marks) {

  /** A call, or a semantic event, which is a call of {@code track} with a name. */
  public record Entry(SpecCall call, Optional<String> event) {
    /** As the Spec names it. */
    public String name() {
      return event.orElse(call.word());
    }

    private boolean isMadeBy(Step.Call step) {
      return step.call() == call
          && (event.isEmpty()
              || step instanceof Step.Track track && event.get().equals(track.event()));
    }
  }

  /** What came of an entry; of several the first counts. */
  public enum Mark {
    /** A cell or row of it passed, with values compared. */
    SHOWN("✓"),
    WAIVED("waived"),
    RED("red"),
    /** The plugin says that it does not do this, and was seen to be silent. */
    UNSUPPORTED("not supported"),
    /** The device's SDK has no such call, or nothing like what the scenario asks for. */
    IMPOSSIBLE("n/a"),
    /** No cell was about it. */
    OPEN("");

    private final String words;

    Mark(String words) {
      this.words = words;
    }

    /** As a table shows it; empty where nothing is known. */
    public String words() {
      return words;
    }
  }

  /** What is judged by itself: a row, or a scenario without rows. */
  private record Unit(List<Step.Call> calls, List<Expectation> expectations, String verdict) {}

  /** Of all that there is in the Spec. */
  public static List<Entry> entries() {
    return Stream.concat(
            Stream.of(SpecCall.values()).map(call -> new Entry(call, Optional.empty())),
            SegmentSpec.published().events().stream()
                .map(event -> new Entry(SpecCall.TRACK, Optional.of(event.name()))))
        .toList();
  }

  public static Coverage of(Matrix matrix, Plugin plugin, DeviceColumn device) {
    List<Unit> units =
        matrix.cells().stream()
            .filter(cell -> cell.cell().plugin().equals(plugin.id()))
            .filter(cell -> cell.cell().device().equals(device.spec().id()))
            .flatMap(cell -> units(cell, scenario(matrix, cell)))
            .toList();
    Map<Entry, Mark> marks = new LinkedHashMap<>();
    entries().forEach(entry -> marks.put(entry, mark(entry, units)));
    return new Coverage(marks);
  }

  public Mark of(Entry entry) {
    return marks.getOrDefault(entry, Mark.OPEN);
  }

  /** Entries of which nothing is known. */
  public List<Entry> open() {
    return marks.keySet().stream().filter(entry -> of(entry) == Mark.OPEN).toList();
  }

  private static Scenario scenario(Matrix matrix, CellResult cell) {
    return matrix.scenarios().stream()
        .filter(scenario -> scenario.id().equals(cell.cell().scenario()))
        .findFirst()
        .orElseThrow();
  }

  private static Stream<Unit> units(CellResult cell, Scenario scenario) {
    if (scenario.rows().isEmpty()) {
      List<Step.Call> calls = calls(scenario.steps().stream());
      return Stream.of(new Unit(calls, scenario.expectations(), cell.verdict().word()));
    }
    return scenario.rows().stream()
        .map(
            row ->
                new Unit(
                    calls(
                        IntStream.range(0, scenario.steps().size())
                            .filter(row::has)
                            .mapToObj(scenario.steps()::get)),
                    row.expect(),
                    verdict(cell, row)));
  }

  /** A cell that was not run, or broke, tells the same of all its rows. */
  private static String verdict(CellResult cell, Row row) {
    return cell.rows().stream()
        .filter(verdict -> verdict.row().equals(row.name()))
        .map(RowVerdict::verdict)
        .findFirst()
        .orElse(cell.verdict().word());
  }

  private static List<Step.Call> calls(Stream<Step> steps) {
    return steps.filter(Step.Call.class::isInstance).map(Step.Call.class::cast).toList();
  }

  private static Mark mark(Entry entry, List<Unit> units) {
    return units.stream().map(unit -> mark(entry, unit)).min(Mark::compareTo).orElse(Mark.OPEN);
  }

  private static Mark mark(Entry entry, Unit unit) {
    List<Step.Call> meant =
        unit.expectations().stream()
            .filter(Coverage::compares)
            .flatMap(expectation -> meant(expectation, unit).stream())
            .toList();
    boolean compared = meant.stream().anyMatch(entry::isMadeBy);
    boolean made = compared || unit.calls().stream().anyMatch(entry::isMadeBy);
    return switch (unit.verdict()) {
      case "passed" -> compared ? Mark.SHOWN : Mark.OPEN;
      case "waived" -> compared ? Mark.WAIVED : Mark.OPEN;
      case "failed", "broken" -> compared ? Mark.RED : Mark.OPEN;
      case "unsupported" -> made ? Mark.UNSUPPORTED : Mark.OPEN;
      default -> made ? Mark.IMPOSSIBLE : Mark.OPEN;
    };
  }

  private static List<Step.Call> meant(Expectation expectation, Unit unit) {
    return expectation instanceof Expectation.Arrival arrival ? arrival.calls() : unit.calls();
  }

  /** Whether it compares what the partner got; that something is absent shows nothing of a call. */
  static boolean compares(Expectation expectation) {
    if (expectation instanceof Expectation.Messages messages) {
      return messages.times().least() > 0 && messages.match().isPresent();
    }
    if (expectation instanceof Expectation.Arrival arrival) {
      return arrival.times().least() > 0;
    }
    return expectation instanceof Expectation.Requests requests
        && requests.times().least() > 0
        && !requests.match().isEmpty();
  }
}
