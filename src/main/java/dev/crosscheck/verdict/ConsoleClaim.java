package dev.crosscheck.verdict;

import dev.crosscheck.device.Observation;
import dev.crosscheck.device.Probe;
import dev.crosscheck.match.Pattern;
import dev.crosscheck.match.Wording;
import dev.crosscheck.scenario.Expectation;
import java.util.List;
import java.util.Optional;

/** No errors on the console, or a line that matches. */
record ConsoleClaim(Expectation.Console expected) implements Claim {

  @Override
  public Ruling open(Scope scope) {
    if (expected.line().isEmpty()) {
      return Ruling.HOLDS;
    }
    Pattern line = expected.line().get();
    return lines(scope).map(lines -> open(line, lines, scope)).orElseGet(this::unread);
  }

  private Ruling open(Pattern expectedLine, List<Observation.Line> lines, Scope scope) {
    boolean seen =
        lines.stream()
            .anyMatch(l -> TextValue.differences(expectedLine, l.text(), scope).isEmpty());
    if (seen) {
      return Ruling.seen(Compared.in(expectedLine));
    }
    String wanted =
        TextValue.differences(expectedLine, "", scope).stream()
            .map(difference -> difference.expectedThere())
            .findFirst()
            .orElse("a line");
    String actual = lines.isEmpty() ? "no line at all" : "none of " + lines.size() + " lines";
    return Ruling.violated(Mismatches.at(expected, "no such line on the console", wanted, actual));
  }

  @Override
  public Ruling closed(Scope scope) {
    if (expected.line().isPresent()) {
      return Ruling.HOLDS;
    }
    return lines(scope)
        .map(
            lines ->
                lines.stream()
                    .filter(this::isError)
                    .findFirst()
                    .map(line -> Ruling.violated(error(line)))
                    .orElse(Ruling.HOLDS))
        .orElseGet(this::unread);
  }

  private boolean isError(Observation.Line line) {
    return line.thrown() || !expected.thrownOnly() && line.level().equals("error");
  }

  private Mismatch error(Observation.Line line) {
    String where = line.source().isEmpty() ? "" : " at " + Wording.cut(line.source());
    return Mismatches.at(
        expected, "an error on the console", "no errors", Wording.cut(line.text()) + where);
  }

  @Override
  public Optional<Probe> probe() {
    return Optional.of(new Probe.Console());
  }

  private Optional<List<Observation.Line>> lines(Scope scope) {
    return scope
        .console()
        .or(() -> scope.observed(Observation.Console.class).map(Observation.Console::lines));
  }

  private Ruling unread() {
    return Ruling.doubted("the console was not read from the device");
  }
}
