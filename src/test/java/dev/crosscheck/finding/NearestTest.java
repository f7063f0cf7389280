package dev.crosscheck.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearestTest {
  @Test
  void findsWhatWasMeant() {
    assertThat(Nearest.to("trak", List.of("track", "page"))).contains("track");
    assertThat(Nearest.to("tarck", List.of("track", "page"))).contains("track");
    assertThat(Nearest.to("deep_link", List.of("deep link", "page"))).contains("deep link");
  }

  @Test
  void countsTwoSwappedLettersAsOne() {
    assertThat(Nearest.distance("expetc", "expect")).isEqualTo(1);
    assertThat(Nearest.distance("expect", "expect")).isZero();
    assertThat(Nearest.distance("", "abc")).isEqualTo(3);
  }

  @Test
  void prefersTheWordThatBeginsAlike() {
    assertThat(Nearest.to("ofline", List.of("online", "offline"))).contains("offline");
  }

  @Test
  void guessesNothingFarFetched() {
    assertThat(Nearest.to("dance", List.of("track", "page"))).isEmpty();
    assertThat(Nearest.to("x".repeat(100_000), List.of("track", "page"))).isEmpty();
  }

  @Test
  void namesAllThatMayStandThereInstead() {
    assertThat(Nearest.hint("dance", List.of("track", "page")))
        .isEqualTo("one of: 'track', 'page'");
    assertThat(Nearest.hint("dance", List.of())).isEmpty();
  }
}
