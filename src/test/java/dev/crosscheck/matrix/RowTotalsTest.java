package dev.crosscheck.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.crosscheck.verdict.RowVerdict;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTotalsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "passed | 1 row passed",
        "passed passed skipped | 2 of 3 rows passed, 1 skipped",
        "passed failed failed broken | 2 of 4 rows failed, 1 broken",
        "unsupported | 1 row unsupported",
        "skipped unsupported | 1 of 2 rows skipped, 1 unsupported",
        "waived passed | 1 of 2 rows passed, 1 waived"
      })
  void tellsWhatMattersFirst(String verdicts, String words) {
    assertThat(RowTotals.of(Arrays.stream(verdicts.split(" ", -1)).map(this::row).toList()))
        .isEqualTo(words);
  }

  private RowVerdict row(String verdict) {
    return new RowVerdict("a row", Optional.empty(), verdict, "", List.of());
  }
}
