package dev.crosscheck.scenario;

import dev.crosscheck.finding.SourceLocation;
import dev.crosscheck.spec.SegmentSpec;
import dev.crosscheck.spec.SpecCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * A script of Spec events and what must come of it; or a table of rows that share one session, each
 * judged by itself.
 *
 * @param id folder and file without its ending: {@code mixpanel/order-completed}
 * @param title what it shows, in a sentence
 * @param sha256 of the file's bytes, lower-case hex
 * @param text of the file, as it was read; whatever else is here was made of it
 * @param steps all of them, the rows' own included; those before the first row's are for all rows
 * @param expect beside what the rows expect
 */
public record Scenario(
    String id,
    String title,
    SourceLocation at,
    String sha256,
    String text,
    Given given,
    List<Step> steps,
    List<Expectation> expect,
    List<Differs> differs,
    Optional<Duration> deadline,
    List<Row> rows) {

  public Scenario {
    if (steps.isEmpty() && rows.isEmpty()) {
      throw new IllegalArgumentException("scenario '" + id + "' has no steps");
    }
    steps = List.copyOf(steps);
    expect = List.copyOf(expect);
    differs = List.copyOf(differs);
    rows = List.copyOf(rows);
  }

  /** Without rows. */
  public Scenario(
      String id,
      String title,
      SourceLocation at,
      String sha256,
      String text,
      Given given,
      List<Step> steps,
      List<Expectation> expect,
      List<Differs> differs,
      Optional<Duration> deadline) {
    this(id, title, at, sha256, text, given, steps, expect, differs, deadline, List.of());
  }

  /** The last part of the id: {@code order-completed}. */
  public String slug() {
    return id.substring(id.indexOf('/') + 1);
  }

  /** The calls that it makes, in their order. */
  public List<Step.Call> madeCalls() {
    return callsIn(steps);
  }

  /** The same, with what is given of their way to the plugin. */
  public MadeCalls made() {
    return new MadeCalls(madeCalls(), given);
  }

  /** The calls among some steps. */
  public static List<Step.Call> callsIn(List<Step> steps) {
    return steps.stream()
        .flatMap(step -> step instanceof Step.Call call ? Stream.of(call) : Stream.empty())
        .toList();
  }

  /** The Spec calls that its steps make. */
  public Set<SpecCall> calls() {
    Set<SpecCall> calls = EnumSet.noneOf(SpecCall.class);
    for (Step step : steps) {
      if (step instanceof Step.Call call) {
        calls.add(call.call());
      }
    }
    return calls;
  }

  /** The entries of the Spec that are in its steps: calls, then semantic events, each once. */
  public List<String> entries() {
    Set<String> entries = new LinkedHashSet<>();
    calls().forEach(call -> entries.add(call.word()));
    for (Step step : steps) {
      if (step instanceof Step.Track track) {
        SegmentSpec.published().event(track.event()).ifPresent(event -> entries.add(event.name()));
      }
    }
    return List.copyOf(entries);
  }

  /** What must have come by the end of the session, the rows' expectations included. */
  public List<Expectation> atTheEnd() {
    return Stream.concat(expect.stream(), rows.stream().flatMap(row -> row.expect().stream()))
        .toList();
  }

  /** Every expectation, those of its windows first. */
  public List<Expectation> expectations() {
    Stream<Expectation> windows =
        steps.stream()
            .flatMap(
                step ->
                    step instanceof Step.Expect window
                        ? window.expectations().stream()
                        : Stream.empty());
    return Stream.concat(windows, atTheEnd().stream()).toList();
  }

  /** The row to which a step belongs; empty for one that is for all rows. */
  public Optional<Row> rowOf(int step) {
    return rows.stream().filter(row -> row.has(step)).findFirst();
  }

  /** The steps of a row. */
  public List<Step> stepsOf(Row row) {
    return steps.subList(row.first(), row.first() + row.count());
  }

  /** The same steps and expectations under other gates. */
  public Scenario given(Given other) {
    return new Scenario(id, title, at, sha256, text, other, steps, expect, differs, deadline, rows);
  }

  /** The same steps with these final expectations, and no rows. */
  public Scenario expecting(List<Expectation> other) {
    return new Scenario(id, title, at, sha256, text, given, steps, other, List.of(), deadline);
  }

  /**
   * With the expectations that hold on a device.
   *
   * @param words that {@code differs} may speak of, the most specific last
   */
  public Scenario on(List<String> words) {
    return new Scenario(
        id,
        title,
        at,
        sha256,
        text,
        given,
        steps,
        Differs.among(differs, words).orElse(expect),
        List.of(),
        deadline,
        rows.stream()
            .map(row -> row.expecting(Differs.among(row.differs(), words).orElse(row.expect())))
            .toList());
  }

  /** The same with each row as this makes it; the steps of those that are skipped are left out. */
  public Scenario withRows(UnaryOperator<Row> making) {
    if (rows.isEmpty()) {
      return this;
    }
    List<Step> all = new ArrayList<>(steps.subList(0, rows.get(0).first()));
    List<Row> made = new ArrayList<>();
    for (Row row : rows) {
      Row now = making.apply(row);
      made.add(now.at(all.size()));
      all.addAll(steps.subList(row.first(), row.first() + now.count()));
    }
    return new Scenario(id, title, at, sha256, text, given, all, expect, differs, deadline, made);
  }

  /**
   * One that is for every plugin, as it is for this one: where an {@code integrations} object has
   * the key {@code ${plugin}}, or middleware is for it, it has the plugin's name, and settings that
   * have {@code ${writeKeySetting}} have the name of that setting.
   */
  public Scenario of(Plugin plugin) {
    return ForPlugin.of(this, plugin);
  }

  /** One row alone, with the steps that are for all rows. */
  public Scenario alone(Row row) {
    List<Step> own = new ArrayList<>(steps.subList(0, rows.get(0).first()));
    Row first = row.at(own.size());
    own.addAll(stepsOf(row));
    return new Scenario(
        id, title, at, sha256, text, given, own, List.of(), List.of(), deadline, List.of(first));
  }
}
