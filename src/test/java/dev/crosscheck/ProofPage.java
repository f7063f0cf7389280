package dev.crosscheck;

import dev.crosscheck.scenario.Sdk;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** {@code docs/proof.md}: which row must catch which flaw. */
final class ProofPage {
  static final Path FILE = Path.of("docs/proof.md");

  private static final String HEAD =
      """
      # The proof of the suite
      A suite is worth what it catches. These are plugins with one fault each, made of example plugins that pass: each is run by the suite for every plugin ([conformance.md](conformance.md)), and must be failed by the row that is named for it, while the sound ones pass. `mvn verify -Dit.test=ConformanceProof` runs them all, in twenty minutes.

      All faults were written down, from the Spec and from what plugins are known to do, and committed before the rows.

      | run | caught | sound plugins |
      |---|---|---|
      | the rows as they were first written, on the 57 faults that had a row meant for them | 52, one of them now and then: *a deep link makes the app crash*, for a step could take the place of the link | one was blamed: its process was ended in the very moment of a call |
      | 2026-11-27, two cores at a load of up to 23 | 79 of 80: *sent again every 50 ms, without end* was too slow at that load to be counted; without that load it was caught. The deep link was left out, and was caught four times of four by itself once the host app left it alone | all passed |
      | 2026-11-27, 88 faults, at a load of 4 to 11 | 87: of *sent again every 50 ms, without end* half of what was counted were tries of another event, left over from the row before. Being offline has a session of its own now: caught since, with thirteen others that meet the partner's faults | all passed |
      | the same day, tests beside its last three minutes | all 88, each with the mismatch below, in 18 minutes | all passed |

      What the first missed: a list of products cut short (`lists` had no products), an event that is not tried again and a rejection that nobody handles (the partner's faults were over before a plugin that sends in batches met them), a trait told elsewhere, and a screen that the plugin adds by itself. A process is ended only once it has been quiet now, so the fault *calls wait in memory* was made to wait as long as Segment's own SDK does, 30 s.

      ## Which row catches what
      """;

  private static final int LONGEST = 90;

  private ProofPage() {}

  static List<Flaw> all() {
    return Stream.<Flaw>concat(Stream.of(WebFlaw.values()), Stream.of(AndroidFlaw.values()))
        .toList();
  }

  static String text() {
    StringBuilder page = new StringBuilder(HEAD);
    page.append("| fault | plugin for | row | what it says |\n|---|---|---|---|\n");
    SeenMismatches seen = SeenMismatches.read();
    CaughtBy.flaws().forEach(flaw -> page.append(caught(flaw, seen)));
    page.append("\n## Not caught\nNo row is meant for these:\n\n");
    all().stream()
        .filter(flaw -> CaughtBy.of(flaw).isEmpty())
        .forEach(
            flaw ->
                page.append("- ")
                    .append(flaw.sentence())
                    .append(" (")
                    .append(of(flaw))
                    .append(")\n"));
    return page.toString();
  }

  private static String caught(Flaw flaw, SeenMismatches seen) {
    CaughtBy row = CaughtBy.of(flaw).orElseThrow();
    return line(
        flaw.sentence(), of(flaw), "`" + row.scenario() + "`: " + row.row(), said(flaw, seen));
  }

  private static String said(Flaw flaw, SeenMismatches seen) {
    return seen.what(flaw).orElse("not run yet")
        + part(flaw, seen, "expected", "; expected ")
        + part(flaw, seen, "actual", ", got ");
  }

  private static String part(Flaw flaw, SeenMismatches seen, String part, String before) {
    return seen.of(flaw, part).map(text -> before + "`" + shown(text) + "`").orElse("");
  }

  /** As a cell of a table can have it. */
  private static String shown(String text) {
    String plain =
        text.replaceAll("; if that is meant.*", "")
            .replaceAll("\\s+", " ")
            .replace('`', '\'')
            .replace("|", "\\|");
    return plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…";
  }

  static String line(String... cells) {
    return "| "
        + String.join(" | ", Stream.of(cells).map(cell -> cell.replace("|", "\\|")).toList())
        + " |\n";
  }

  private static String of(Flaw flaw) {
    return Optional.of(flaw)
        .filter(AndroidFlaw.class::isInstance)
        .map(AndroidFlaw.class::cast)
        .map(AndroidFlaw::sdk)
        .map(Sdk::word)
        .orElse("the web");
  }
}
