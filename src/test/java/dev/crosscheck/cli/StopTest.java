package dev.crosscheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class StopTest {
  private final List<String> ended = new ArrayList<>();
  private final Stop stop = new Stop();

  @Test
  void endsWhatIsUnderWay() {
    stop.ends(() -> ended.add("run"));
    assertThat(ended).isEmpty();
    stop.now();
    assertThat(ended).containsExactly("run");
  }

  @Test
  void endsWhatBeginsAfterTheWish() {
    stop.now();
    stop.ends(() -> ended.add("run"));
    assertThat(ended).containsExactly("run");
  }
}
