package dev.crosscheck.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.finding.SourceLocation;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class MismatchTextTest {
  @Test
  void readsWhatExpectedActualNearestEvidence() {
    Mismatch mismatch =
        new Mismatch(
            "no matching event",
            Optional.of(new SourceLocation("scenarios/x/order-completed.yaml", 9, 5)),
            "properties.revenue = 25.0\nproperties.currency = \"USD\"",
            "properties.revenue = \"25.0\" (a string)",
            Optional.of("exchange 3 of 5, POST api.example.com/track"),
            OptionalInt.of(2));

    assertThat(MismatchText.of(mismatch, "chromium", "reports/cells/x/capture.har"))
        .isEqualTo(
            """
            no matching event on chromium (expectation at scenarios/x/order-completed.yaml:9:5)
              expected: properties.revenue = 25.0
                        properties.currency = "USD"
              actual:   properties.revenue = "25.0" (a string)
              nearest:  exchange 3 of 5, POST api.example.com/track
              evidence: reports/cells/x/capture.har""");
  }

  @Test
  void leavesOutWhatIsNotKnownAndDisarmsWhatWasCaptured() {
    Mismatch mismatch =
        new Mismatch(
            "undeclared\nhost",
            Optional.empty(),
            "none",
            "\u001b[2J",
            Optional.empty(),
            OptionalInt.empty());

    assertThat(MismatchText.of(mismatch, "chromium", ""))
        .isEqualTo("undeclared\\u000ahost on chromium\n  expected: none\n  actual:   \\u001b[2J");
  }
}
